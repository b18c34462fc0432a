// The exams of the demo world (domain.md §5): 和县 453 registered and 150 passed, 59 the year before; 马山 with its own line; a part of 九江; the station
// of the demo liaison with something of everything. One plan, the same at every start, counted back from the last exam of which results are out.
import type { importExams } from '../app/exam-imports.ts';
import { PAPERS_OF } from '../domain/imports/exam-columns.ts';
import type { Level } from '../domain/questions/release.ts';
import type { Day } from '../domain/time.ts';
import { LEDGER_STATION } from './seed-ledgers.ts';
import { seedIdNumber, seedPhone } from './seed-numbers.ts';
import type { Body, PlannedPerson } from './seed-plan.ts';
import { bureauId, type PlannedTree } from './seed-units.ts';

export type ExamRow = Body<typeof importExams>['rows'][number];

/** A list as a bureau has it from the exam authority. */
export interface PlannedList {
  unit: string;
  rows: ExamRow[];
}

export interface PlannedExams {
  /** Those of 和县 who register beside the people of its stations: community workers. */
  joining: PlannedPerson[];
  lists: PlannedList[];
}

const HEXIAN = {
  unit: bureauId('340523'),
  registered: 453,
  passed: 150,
  before: { registered: 236, passed: 59 },
} as const;

/** 单独划线: 56 marks pass the line of the place, and no other. */
const MASHAN = { unit: bureauId('450124'), registered: 15, local: 2 } as const;
const LOCAL_MARKS = 112;

/** Of every hundred who work at stations of 九江 so many register, and of these so many in a hundred pass: as the city reports it. */
const JIUJIANG = { unit: bureauId('360400'), every: 3, passedOf: 100, passed: 24 } as const;

/** Numbers of the demo that nobody else has: those of the world's own people lie far below. */
const NUMBERS_FROM = 30_000;

/** Beginnings of community workers, well before the exam of the year before. */
const SINCE: Day = '2024-03-01';

/** Lists for the exams of `year` and of the year before. */
export function plannedExams(
  [jiujiang, hexian, mashan]: readonly PlannedTree[],
  people: readonly PlannedPerson[],
  year: number,
): PlannedExams {
  const of = (tree: PlannedTree | undefined, kinds: RegExp) => {
    const units = new Set(tree?.units.filter(({ kind }) => kinds.test(kind)).map(({ id }) => id));
    return people.filter(({ unit, steps }) => units.has(unit) && !steps.some(({ kind }) => kind === 'leave'));
  };
  const own = of(hexian, /station/);
  const joining = hexian === undefined ? [] : joiningOf(hexian, HEXIAN.registered - own.length, year);
  return {
    joining,
    lists: [
      ...listsOfHexian([...joining, ...own], year),
      ...listsOfMashan(of(mashan, /station/), year),
      ...listsOfJiujiang(of(jiujiang, /station-township/), year),
    ],
  };
}

/** Community workers, shared out over the stations; whoever passed the year before has the certificate since. */
function joiningOf(tree: PlannedTree, count: number, year: number): PlannedPerson[] {
  const stations = tree.units.filter(({ kind }) => kind === 'station-township');
  return Array.from({ length: count }, (_, i) => {
    const unit = stations[i % stations.length]?.id ?? '';
    const number = String(i + 1).padStart(3, '0');
    const begins = { name: `社区工作者${number}`, post: 'community-worker', established: false, from: SINCE } as const;
    const studies = { education: i % 4 === 0 ? 'bachelor' : 'college', isSocialWorkMajor: i % 7 === 0 } as const;
    const phone = seedPhone(NUMBERS_FROM + i);
    const person: PlannedPerson = {
      id: `${unit}-exam-${number}`,
      unit,
      begins: { ...begins, ...studies, phone },
      steps: [],
    };
    return hasPassedBefore(i) ? certified(person, i, year - 1) : person;
  });
}

function certified(person: PlannedPerson, i: number, year: number): PlannedPerson {
  const number = `DEMO-${year}-${String(NUMBERS_FROM + i)}`;
  const issued = `${year}-09-22`;
  const certificate = { level: 'junior', number, issued, registered: `${year}-11-10` } as const;
  const begins = { ...person.begins, idNumber: seedIdNumber(NUMBERS_FROM + i) };
  return { ...person, begins, steps: [{ kind: 'certificate', certificate }] };
}

/** Every third of the first passed the year before. */
function hasPassedBefore(i: number): boolean {
  return i % 3 === 0 && i < HEXIAN.before.passed * 3;
}

function listsOfHexian(people: readonly PlannedPerson[], year: number): PlannedList[] {
  const { unit, registered, passed, before } = HEXIAN;
  const first = people.slice(0, before.registered).map((person, i) => {
    return rowOf(person, { year: year - 1, level: 'junior', came: hasPassedBefore(i) ? 'passed' : cameOf(i) });
  });
  const second = people.slice(0, registered).map((person, i) => {
    const level = person.steps.some(({ kind }) => kind === 'certificate') ? 'intermediate' : 'junior';
    return rowOf(person, { year, level, came: i % 3 === 1 && i < passed * 3 ? 'passed' : cameOf(i) });
  });
  return [
    { unit, rows: first },
    { unit, rows: second },
  ];
}

function listsOfMashan(people: readonly PlannedPerson[], year: number): PlannedList[] {
  const { unit, registered, local } = MASHAN;
  const rows = people
    .filter(({ steps }) => steps.length === 0)
    .slice(0, registered)
    .map((person, i) => rowOf(person, { year, level: 'junior', came: i < local ? 'local' : cameOf(i) }));
  return [{ unit, rows: [...rows, ...people.flatMap(passedOnce)] }];
}

/** Whoever holds a certificate passed in the year it was issued. */
function passedOnce(person: PlannedPerson): ExamRow[] {
  return person.steps.flatMap((step) => {
    if (step.kind !== 'certificate') return [];
    const { level, issued } = step.certificate;
    return [rowOf(person, { year: Number(issued.slice(0, 4)), level, came: 'passed' })];
  });
}

function listsOfJiujiang(people: readonly PlannedPerson[], year: number): PlannedList[] {
  const { unit, every, passed, passedOf } = JIUJIANG;
  const isOpen = ({ steps, unit: at }: PlannedPerson) => steps.length === 0 && at !== LEDGER_STATION;
  const entered = people.filter((person, i) => isOpen(person) && i % every === 0);
  const rows = entered.map((person, i) => {
    const level = person.begins.education === 'master' ? 'intermediate' : 'junior';
    return rowOf(person, { year, level, came: i % passedOf < passed ? 'passed' : cameOf(i) });
  });
  return [{ unit, rows }];
}

type Came = 'passed' | 'local' | 'failed' | 'absent';

/** Of those who did not pass every sixth did not come. */
function cameOf(i: number): Came {
  return i % 6 === 2 ? 'absent' : 'failed';
}

/** A line of a list. Marks differ from person to person. */
function rowOf(
  { id, begins }: PlannedPerson,
  { year, level, came }: { year: number; level: Level; came: Came },
): ExamRow {
  const spread = (begins.phone ?? begins.name).split('').reduce((sum, sign) => sum + sign.charCodeAt(0), 0);
  const papers = PAPERS_OF[level].map(({ subject }, n) => ({ subject, result: resultOf(came, spread + n * 7, n) }));
  return { line: 2, name: begins.name, person: id, year, level, papers };
}

/** In half-points: 120 pass nationwide. Who fails does so in every paper, so that no paper of one year makes a level of the next. */
function resultOf(came: Came, spread: number, n: number): ExamRow['papers'][number]['result'] {
  if (came === 'absent') return { kind: 'absent' };
  if (came === 'passed') return { kind: 'marks', marks: 120 + (spread % 52) };
  return { kind: 'marks', marks: came === 'local' ? LOCAL_MARKS + n : 70 + (spread % 34) };
}
