// What the attendance of a unit's people at a course comes to: how often what, who was absent, and the table to take along.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { TeachWords } from '../../../../words/zh-teach.ts';
import type { Sheet } from '../export/sheets.ts';
import { plainMoment } from '../moments.ts';

type People = Answer<'listUnitAttendance'>['people'];
type AtSession = People[number]['sessions'][number];

/** How many sessions there are of each state, in the order in which the states first occur. */
export function timesOf(sessions: readonly AtSession[]): [AtSession['state'], number][] {
  return [...Map.groupBy(sessions, ({ state }) => state)].map(([state, all]) => [state, all.length]);
}

/** How many people were absent from a session at least. */
export function absentees(people: People): number {
  return people.filter(({ sessions }) => sessions.some(({ state }) => state === 'absent')).length;
}

/** A row for each person and session. */
export function attendanceSheet(people: People, course: string, w: TeachWords): Sheet {
  const rows = people.flatMap(({ name, sessions }) =>
    sessions.map(({ title = '', startsAt, endsAt, state, minutes }) => {
      return [name, course, title, plainMoment(startsAt), plainMoment(endsAt), w.attendance[state], minutes];
    }),
  );
  return { name: w.mine.file, head: w.mine.attendanceSheet, rows };
}
