// What the tables of a month show of each type of record, and what they add up.
import type { Activity, Fund, Supervision, WorkType } from '../../../../../functions/domain/activities/record.ts';
import type { Sheet, WorkLine } from './answers.ts';
import { useStationWords, yuanOf } from './words.ts';

export interface Column {
  name: string;
  text(line: WorkLine): string;
  /** Of a number: what stands below the column. */
  sum?(lines: readonly WorkLine[]): string;
}

/** In the order in which they are read. */
const TYPES: readonly WorkType[] = ['activity', 'supervision', 'fund'];

export function useRecordColumns({ names }: Pick<Sheet, 'names'>) {
  const w = useStationWords();
  const { fields } = w;
  const count = (name: string, field: 'served' | 'volunteers' | 'minutes'): Column =>
    numbers(name, ({ work }) => (field in work ? (work as Activity)[field] : 0), grouped);
  const columns: Readonly<Record<WorkType, readonly Column[]>> = {
    activity: [
      { name: fields.kind, text: ({ work }) => w.kinds[(work as Activity).kind] },
      { name: w.place, text: ({ work }) => (work as Activity).place },
      count(fields.served, 'served'),
      count(fields.volunteers, 'volunteers'),
      count(fields.minutes, 'minutes'),
    ],
    supervision: [
      {
        name: fields.people,
        text: ({ work }) => (work as Supervision).people.map((person) => names[person] ?? w.unknown).join('、'),
      },
      { name: w.summary, text: ({ work }) => (work as Supervision).summary },
      count(fields.minutes, 'minutes'),
    ],
    fund: [numbers(fields.amount, ({ work }) => (work as Fund).cents, yuanOf)],
  };
  const titleOf = ({ work }: WorkLine): string => {
    if (work.type === 'activity') return work.title;
    return work.type === 'fund' ? work.source : `${w.supervisions[work.kind]} · ${work.supervisor}`;
  };
  return { titleOf, columns, types: TYPES };
}

function numbers(name: string, of: (line: WorkLine) => number, show: (value: number) => string): Column {
  return {
    name,
    text: (line) => show(of(line)),
    sum: (lines) => show(lines.reduce((sum, line) => sum + of(line), 0)),
  };
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
