// The public schedule: a line for each session of a published course, shelved by province and month, with what a list shows of it. Written in
// the transaction that writes the session; how many seats are open is read from the seats.
import type { Course, Place, Session } from '../domain/courses/course.ts';
import { monthOf, provinceOf } from '../domain/courses/course.ts';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import { type Item, itemsIn } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { putAny, type Write } from './transactions.ts';

export interface ScheduleLine extends Pick<Session, 'course' | 'form' | 'startsAt' | 'endsAt' | 'state' | 'sequence'> {
  session: string;
  /** When what a calendar shows of it was last changed. */
  changedAt: Instant;
  title: string;
  sessionTitle?: string;
  kind: Course['kind'];
  unitName: string;
  place?: Place;
  window?: Course['window'];
}

/** What every beginning begins with: a key condition must not be empty. */
const CENTURY = '20';

/** The most lines of a month that are shown: past these a province has to be cut into parts. */
const LINES_MOST = 1000;

export function schedule(table: Table) {
  return {
    /** The sessions of a province that begin in a month, by their beginning. */
    async list(province: string, month: string): Promise<ScheduleLine[]> {
      const { PK } = keys.scheduled(province, month, { startsAt: '', session: '' });
      const found: ScheduleLine[] = [];
      for await (const item of itemsIn(table, { PK, prefix: CENTURY, page: LINES_MOST })) {
        found.push(read(item));
        if (found.length === LINES_MOST) break;
      }
      return found;
    },
  };
}

/** What the organiser adds to a line. `division` is its own, for what is held nowhere. */
export interface Organised {
  unitName: string;
  division: string;
}

/** The line of a session. */
export function scheduleItem(course: Course, session: Session, { unitName, division }: Organised) {
  const place = session.place ?? course.place;
  const province = provinceOf(place?.division ?? division);
  const { id, form, startsAt, endsAt, state, sequence, title: sessionTitle } = session;
  const line: ScheduleLine = {
    ...{
      course: course.id,
      session: id,
      title: course.title,
      kind: course.kind,
      form,
      startsAt,
      endsAt,
      state,
      sequence,
      unitName,
      changedAt: session.changedAt ?? course.createdAt,
    },
    ...(sessionTitle === undefined ? {} : { sessionTitle }),
    ...(place === undefined ? {} : { place }),
    ...(course.window === undefined ? {} : { window: course.window }),
  };
  return { ...keys.scheduled(province, monthOf(startsAt), { startsAt, session: id }), ...line };
}

type ScheduleItem = ReturnType<typeof scheduleItem>;

/** The writes that turn one list of lines into another. */
export function scheduleWrites(table: Table, before: readonly ScheduleItem[], after: readonly ScheduleItem[]): Write[] {
  const nameOf = ({ PK, SK }: ScheduleItem) => `${PK} ${SK}`;
  const [held, wanted] = [byName(before), byName(after)];
  return [
    ...before
      .filter((item) => !wanted.has(nameOf(item)))
      .map(({ PK, SK }) => ({ Delete: { TableName: table.name, Key: { PK, SK } } })),
    ...after
      .filter((item) => JSON.stringify(held.get(nameOf(item))) !== JSON.stringify(item))
      .map((item) => putAny(table, item)),
  ];

  function byName(items: readonly ScheduleItem[]) {
    return new Map(items.map((item) => [nameOf(item), item]));
  }
}

function read({ PK, SK, ...line }: Item): ScheduleLine {
  const { course, session, title, kind, form, startsAt, endsAt, state, unitName, changedAt, sequence } = line;
  const texts = [course, session, title, kind, form, startsAt, endsAt, state, unitName, changedAt];
  if (!texts.every((value) => typeof value === 'string') || typeof sequence !== 'number')
    throw new CorruptItem({ PK, SK });
  return line as unknown as ScheduleLine;
}
