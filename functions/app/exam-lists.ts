// The people of a unit and their exams: for those who keep them, and for the names behind a step of the funnel. Whoever has left is shown with what the unit
// counts of them, and with nothing later.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import { type ExamEntry, holdingOf } from '../domain/exams/record.ts';
import { dueCertificates, reaches, stepOf } from '../domain/exams/standing.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import type { StoredExams } from '../store/exam-records.ts';
import type { PersonCard } from '../store/person-cards.ts';
import { type Person, signedIn, standingFor, today } from './access.ts';
import type { ExamDeps } from './deps.ts';
import { type ExamsOf, emptyRecord, movesFor, seesMarks } from './exam-finding.ts';
import { standingView } from './exam-views.ts';
import { certificatesView, mayGive } from './exams.ts';

type Listed = Answer<'listExams'>;
type Row = Listed['people'][number];
type Query = Input<'listExams'>['query'];

const PEOPLE_MOST = 50;
const WORKER = 'WORKER#';

interface Asked {
  me: Person;
  unit: string;
  place: Place;
  query: Query;
  day: Day;
}

/** By person, a page at a time. The right is today's. */
export function listExams(deps: ExamDeps) {
  return async (actor: Actor, { params, query }: Input<'listExams'>): Promise<Listed> => {
    const { place } = await standingFor(deps, actor)('readExams', params.unit);
    const day = today(deps);
    const asked = { me: signedIn(actor), unit: params.unit, place, query, day };
    const { ids, next } = await pageOf(deps, asked);
    const [cards, records] = await Promise.all([deps.store.personCards.of(ids), deps.store.examRecords.ofMany(ids)]);
    const people = ids.flatMap((id) => {
      const card = cards.get(id);
      return card === undefined ? [] : rowOf(asked, card, records.get(id) ?? emptyRecord(deps, id));
    });
    return next === undefined ? { day, people } : { day, people, cursor: next };
  };
}

/** Who worked there ever, where a year is asked about; else who works there today. Somebody with several employments is one. */
async function pageOf(deps: ExamDeps, { unit, query, day }: Asked): Promise<{ ids: string[]; next?: string }> {
  const { cursor, year } = query;
  const after = cursor === undefined ? {} : { cursor: `${WORKER}${cursor.replace('.', '#')}` };
  const page = await deps.store.workers.list(unit, {
    ...(year === undefined ? { day } : {}),
    ...{ limit: PEOPLE_MOST, ...after },
  });
  const shown = cursor?.split('.')[0];
  const ids = [...new Set(page.found.map(({ person }) => person))].filter((id) => id !== shown);
  return { ids, ...(page.next === undefined ? {} : { next: page.next.slice(WORKER.length).replace('#', '.') }) };
}

/** A person's line, if there is anything to show. */
function rowOf(asked: Asked, card: PersonCard, record: StoredExams): Row[] {
  const { me, unit, place, query, day } = asked;
  const isPresent = employmentsOn(card.employments, day).some((one) => one.unit === unit);
  const person = { id: card.id, ...(card.deletedAt === undefined ? {} : { deletedAt: card.deletedAt }) };
  const held: ExamsOf = { me, person, places: isPresent ? [place] : [] };
  const entries = record.entries.filter((entry) => isShown(entry, { asked, record, isPresent }));
  const isMissing = query.missing === 'true' && isPresent && entries.length === 0 && !isFiltered(query);
  if (entries.length === 0 && !isMissing) return [];
  const due = mayGive(held) ? dueCertificates(record, card.certificates).map(({ level }) => level) : [];
  return [
    {
      ...{ person: card.id, name: card.name, present: isPresent, version: record.version, due },
      entries: entries
        .toReversed()
        .map((entry) => entryView(entry, { unit, record, held, marks: isPresent ? seesMarks(held) : false })),
      certificates: isPresent ? certificatesView(card.certificates) : [],
    },
  ];
}

function isFiltered({ state, step }: Query): boolean {
  return state !== undefined || step !== undefined;
}

interface Showing {
  asked: Asked;
  record: StoredExams;
  isPresent: boolean;
}

function isShown(entry: ExamEntry, { asked: { unit, query }, record, isPresent }: Showing): boolean {
  const { year, level, state, step } = query;
  if (year !== undefined && entry.year !== year) return false;
  if (level !== undefined && entry.level !== level) return false;
  if (state !== undefined && holdingOf(entry).state !== state) return false;
  if (step !== undefined && !reaches(stepOf(record, entry), step)) return false;
  // The names behind a figure are those of whom the unit counts.
  return isCounted(entry, unit) || (isPresent && step === undefined);
}

function isCounted(entry: ExamEntry, unit: string): boolean {
  return holdingOf(entry).held?.units.includes(unit) ?? false;
}

interface Viewing {
  unit: string;
  record: StoredExams;
  held: ExamsOf;
  marks: boolean;
}

function entryView(entry: ExamEntry, { unit, record, held, marks }: Viewing): Row['entries'][number] {
  const { units: _u, confirmed: _c, conflicts, ...standing } = standingView(record, entry, marks);
  return { ...standing, conflict: conflicts.length > 0, counted: isCounted(entry, unit), moves: movesFor(held, entry) };
}
