// The attendance report as sheets: every verdict with its explanation, and everybody's hours.
import { hoursText } from '../../../../../../functions/domain/hours/conversion.ts';
import { dayOf } from '../../../../../../functions/domain/time.ts';
import type { TeachWords } from '../../../../words/zh-teach.ts';
import type { Sheet } from '../export/sheets.ts';
import type { SessionRead } from '../rights.ts';
import type { Report } from '../whole-course.ts';
import { flagText, lineText, shareText } from './line-text.ts';

interface Around {
  w: TeachWords;
  nameOf: (person: string) => string;
  sessionOf: (id: string) => SessionRead | undefined;
}

/** One row for each person and session. */
export function marksSheetOf({ people }: Report, { w, nameOf, sessionOf }: Around): Sheet {
  const rows = people.flatMap(({ name, verdicts }) =>
    verdicts.map(({ session, state, flags, presence, share, minutes, lines }) => {
      const held = sessionOf(session);
      return [
        name,
        held?.title ?? session.slice(-3),
        held === undefined ? '' : dayOf(held.startsAt),
        w.attendance[state],
        flags.map((flag) => flagText(flag, w)).join('、'),
        presence,
        `${shareText(share)}%`,
        minutes,
        lines.map((line) => lineText(line, w, nameOf)).join(' '),
      ];
    }),
  );
  return { name: w.report.sheets.marks, head: w.report.marksHead, rows };
}

/** One row for each person. */
export function hoursSheet({ people, minutesPerHour }: Report, { w }: Around): Sheet {
  return {
    name: w.report.sheets.hours,
    head: w.report.hoursHead,
    rows: people.map(({ name, walkIn, minutes }) => [
      name,
      walkIn ? w.report.yes : w.report.no,
      minutes,
      Number(hoursText(minutes, minutesPerHour)),
      minutesPerHour,
    ]),
  };
}
