// Makes the planned people one by one, with what an ordinary one has: a name, a phone, an education, a first day. Chance has a fixed seed.
// Nobody is real: a name is a post and a number within the province (「社工017」), and for the numbers see seed-numbers.ts.
import type { Education } from '../domain/people/person.ts';
import { drawer } from '../domain/practice/shuffle.ts';
import type { Level } from '../domain/questions/release.ts';
import { addDays, type Day } from '../domain/time.ts';
import { seedIdNumber, seedPhone } from './seed-numbers.ts';
import type { PlannedPerson, Work } from './seed-plan.ts';
import type { PlannedUnit } from './seed-units.ts';

const SEED = 20_250_523;

const LABELS: Record<Work, string> = {
  'social-worker': '社工',
  'community-worker': '社区工作者',
  'grid-worker': '网格员',
  supervisor: '督导',
  volunteer: '志愿者',
  other: '工作人员',
};

/** Share of each education, from the lowest. */
const EDUCATED: readonly [Education, number][] = [
  ['secondary', 0.1],
  ['college', 0.4],
  ['bachelor', 0.42],
  ['master', 0.08],
];

/** Since a unit was opened people came within so many days. */
const JOINED_WITHIN = 1000;

/** When the exams of some years were certified; see domain.md on the yearly exam. */
const ISSUED: readonly Day[] = ['2022-11-21', '2023-09-18', '2024-09-23', '2025-09-22'];

export interface Staff {
  /** Numbers in [0, 1). */
  draw(): number;
  /** Somebody who begins at a unit. `province` is whose list of names they stand in. */
  add(province: string, unit: PlannedUnit, work: Work): PlannedPerson;
  /** Gives somebody a certificate, and the identity number that it needs. */
  certify(person: PlannedPerson, level: Level): void;
  all: PlannedPerson[];
}

export function makeStaff(): Staff {
  const draw = drawer(SEED);
  const all: PlannedPerson[] = [];
  const counted = counter();

  function add(province: string, unit: PlannedUnit, work: Work): PlannedPerson {
    const name = `${LABELS[work]}${String(counted(`${province} ${work}`)).padStart(3, '0')}`;
    const education = educated(draw());
    const isMajor = education !== 'secondary' && draw() < 0.3;
    const from = addDays(unit.day, Math.floor(draw() * JOINED_WITHIN));
    const person: PlannedPerson = {
      id: `${unit.id}-${String(counted(unit.id)).padStart(2, '0')}`,
      unit: unit.id,
      begins: {
        ...{ name, post: work, from, education, isSocialWorkMajor: isMajor },
        ...{ phone: seedPhone(counted('phone')), established: work === 'other' || draw() < 0.1 },
      },
      steps: [],
    };
    all.push(person);
    return person;
  }

  function certify(person: PlannedPerson, level: Level): void {
    const n = counted('certificate');
    const issued = ISSUED[Math.floor(draw() * ISSUED.length)] as Day;
    const registered = addDays(issued, 30 + Math.floor(draw() * 250));
    const certificate = { level, number: `DEMO-${issued.slice(0, 4)}-${String(n).padStart(4, '0')}`, issued };
    const registration = draw() < 0.8 ? { registered, registrationFrom: registered } : {};
    person.begins.idNumber = seedIdNumber(n);
    person.steps.push({ kind: 'certificate', certificate: { ...certificate, ...registration } });
  }

  return { draw, add, certify, all };
}

/** Counts each name from 1. */
function counter(): (name: string) => number {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  };
}

function educated(chance: number): Education {
  let below = 0;
  for (const [education, share] of EDUCATED) {
    below += share;
    if (chance < below) return education;
  }
  return 'bachelor';
}
