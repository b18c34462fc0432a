// A person's exams: every entry with its facts, what of the papers still counts and until when, which certificates are due.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Cycle, cycleOf, plannedYear } from '../domain/exams/cycle.ts';
import type { ExamEntry, ExamRecord } from '../domain/exams/record.ts';
import { dueCertificates, satPapers } from '../domain/exams/standing.ts';
import type { Level } from '../domain/questions/release.ts';
import { today } from './access.ts';
import type { ExamDeps } from './deps.ts';
import {
  type ExamsOf,
  examsOf,
  type Found,
  isOwn,
  mayPut,
  movesFor,
  placeFor,
  regionOf,
  seesMarks,
  unitsAt,
} from './exam-finding.ts';
import { factViews, standingView } from './exam-views.ts';
import { inParallel } from './in-parallel.ts';
import { nameOfPerson } from './person-records.ts';
import { nameFor } from './units-reading.ts';

type Read = Answer<'readExams'>;

const LEVELS: readonly Level[] = ['senior', 'intermediate', 'junior'];

/** People whose names are asked for at once. */
const AT_ONCE = 8;

export function readExams(deps: ExamDeps) {
  return async (actor: Actor, { params }: Input<'readExams'>): Promise<Read> => {
    const found = await examsOf(deps, actor)(params.person, 'readExams');
    const { person, record, places } = found;
    const now = today(deps);
    const [entries, region] = await Promise.all([
      entriesView(deps, found),
      regionOf(deps, unitsAt(deps, person, plannedYear(deps.exams.sittings, now)).units),
    ]);
    return {
      ...{ person: person.id, name: person.name, today: now, version: record.version, entries },
      cycles: cyclesOf(record, person.certificates, plannedYear(deps.exams.sittings, now)),
      certificates: certificatesView(person.certificates),
      due: dueCertificates(record, person.certificates).map((one) => ({ ...one, givable: mayGive(found) })),
      addable: mayPut(found),
      confirmable: places.length > 0,
      ...(region === undefined ? {} : { region }),
    };
  };
}

/** Whether the caller may put a certificate into the person's record, which is not their own. */
export function mayGive(found: ExamsOf): boolean {
  const { deletedAt } = found.person;
  return deletedAt === undefined && !isOwn(found) && placeFor(found, 'changePerson') !== undefined;
}

/** Certificates as lists of exams show them. */
export function certificatesView(held: readonly Read['certificates'][number][]): Read['certificates'] {
  return held.map(({ level, number, issued }) => ({ level, number, issued }));
}

async function entriesView(deps: ExamDeps, found: Found): Promise<Read['entries']> {
  const { record } = found;
  const marks = seesMarks(found);
  const day = today(deps);
  const [names, units] = await Promise.all([namesIn(deps, record), unitsIn(deps, record)]);
  const view = (entry: ExamEntry): Read['entries'][number] => {
    const { units: ids, ...standing } = standingView(record, entry, marks);
    const named = ids.flatMap((id) => {
      const unit = units.get(id);
      return unit === undefined ? [] : [{ unit: id, unitName: nameFor(unit, day) }];
    });
    return { ...standing, units: named, facts: factViews(entry, { names, marks }), moves: movesFor(found, entry) };
  };
  return record.entries.toReversed().map(view);
}

async function namesIn(deps: ExamDeps, { entries }: ExamRecord): Promise<Record<string, string>> {
  const ids = new Set(entries.flatMap(({ facts }) => facts.map(({ by }) => by)));
  const names: Record<string, string> = {};
  await inParallel(AT_ONCE, [...ids], async (id) => {
    const name = nameOfPerson(await deps.store.people.get(id));
    if (name !== undefined) names[id] = name;
  });
  return names;
}

function unitsIn(deps: ExamDeps, { entries }: ExamRecord) {
  const ids = entries.flatMap(({ facts }) => facts.flatMap((fact) => (fact.kind === 'said' ? fact.units : [])));
  return deps.store.units.getMany(new Set(ids));
}

/** The cycles of the levels that somebody has sat, or has a certificate of. */
function cyclesOf(
  record: ExamRecord,
  certificates: readonly { level: Level }[],
  year: number,
): (Cycle & { confirmed: boolean })[] {
  const has = (level: Level) =>
    record.entries.some((entry) => entry.level === level) || certificates.some((one) => one.level === level);
  return LEVELS.filter(has).map((level) => {
    const held = cycleOf(satPapers(record, level, 'held'), level, year);
    const confirmed = cycleOf(satPapers(record, level, 'confirmed'), level, year);
    const isSame =
      JSON.stringify([held.national, held.local]) === JSON.stringify([confirmed.national, confirmed.local]);
    return { ...held, confirmed: isSame };
  });
}
