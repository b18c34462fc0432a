// A person's ledger of continuing education: the figures of a registration period, what explains them, and every entry with its history.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { dayIn, minutesIn, stateOf } from '../domain/hours/entries.ts';
import type { Ledger } from '../domain/hours/ledger.ts';
import type { LedgerLine } from '../domain/hours/ledger-lines.ts';
import { ledgerOn, periodsUntil } from '../domain/hours/registered.ts';
import type { StoredEntry } from '../store/hours.ts';
import { today } from './access.ts';
import type { LedgerDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { isOwn, type LedgerOf, ledgerOf, movesFor, placeFor } from './ledger-finding.ts';
import { nameOfPerson } from './person-records.ts';

type Read = Answer<'readLedger'>;
type EntryView = Read['entries'][number];

/** People whose names are asked for at once. */
const AT_ONCE = 8;

export function readLedger(deps: LedgerDeps) {
  return async (actor: Actor, { params, query }: Input<'readLedger'>): Promise<Read> => {
    const held = await ledgerOf(deps, actor, { id: params.person, own: 'readOwnTraining', staff: 'readLedger' });
    const { person } = held;
    const now = today(deps);
    const day = query.day ?? now;
    const entries = await deps.store.hours.ofPerson(person.id);
    const [titles, names] = await Promise.all([titlesOf(deps, entries), namesOf(deps, entries)]);
    const told = { held, titles, names };
    const read = ledgerOn(person.certificates, { entries }, day);
    return {
      ...{ person: person.id, name: person.name, day, today: now },
      ...(read.ok ? { ledger: { level: read.level, ...ledgerView(read.ledger, told) } } : { reason: read.reason }),
      ...('begins' in read ? { begins: read.begins } : {}),
      periods: periodsUntil(person.certificates, now),
      entries: entries.map((entry) => entryView(entry, told)).sort(latestFirst),
      decidable: held.places.length > 0,
      addable: isAddable(held),
    };
  };
}

/** Whether the caller may hand something in: for somebody of no unit nobody could decide. */
function isAddable(held: LedgerOf): boolean {
  if (held.person.deletedAt !== undefined || held.places.length === 0) return false;
  return isOwn(held) || placeFor(held, 'keepHours') !== undefined;
}

/** What a view is made with: what entries are called, and who the people in them are. */
interface Told {
  held: LedgerOf;
  titles: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

function ledgerView({ lines, ...figures }: Ledger, told: Told): Omit<NonNullable<Read['ledger']>, 'level'> {
  return { ...figures, lines: lines.map((line) => lineView(line, told)) };
}

function lineView({ entry, code, params }: LedgerLine, { titles, names }: Told) {
  const byName = 'by' in params ? names.get(params.by) : undefined;
  const said = { entry, title: titles.get(entry) ?? '', code, params: { ...params } };
  return byName === undefined ? said : { ...said, byName };
}

function entryView(entry: StoredEntry, { held, titles, names }: Told): EntryView {
  const { id, kind, organiser, course, session, evidence, facts } = entry;
  const day = dayIn(entry);
  return {
    ...{ id, kind, title: titles.get(id) ?? '', minutes: minutesIn(entry), state: stateOf(entry).state },
    ...(organiser === undefined ? {} : { organiser }),
    ...(day === undefined ? {} : { day }),
    ...(course === undefined ? {} : { course }),
    ...(session === undefined ? {} : { session }),
    ...ofKind(entry),
    evidence: evidence.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    facts: facts.map(({ state, at, by, why }) => {
      const byName = names.get(by);
      return { state, at, by, ...(byName === undefined ? {} : { byName }), ...(why === undefined ? {} : { why }) };
    }),
    moves: movesFor(held, entry),
  };
}

/** What only some kinds of entries have. */
function ofKind(entry: StoredEntry): Pick<EntryView, 'intervals' | 'degree' | 'place' | 'category'> {
  if (entry.kind === 'degree') return {};
  const { when } = entry;
  return {
    ...('intervals' in when ? { intervals: when.intervals.map(({ from, to }) => ({ from, to })) } : {}),
    ...(entry.kind === 'taught' && entry.degree !== undefined ? { degree: entry.degree } : {}),
    ...(entry.kind === 'local' ? { place: entry.place, category: entry.category } : {}),
  };
}

/** What each entry is called: as its course, or as it was handed in. */
async function titlesOf(deps: LedgerDeps, entries: readonly StoredEntry[]): Promise<Map<string, string>> {
  const courses = await deps.store.courses.getMany(entries.flatMap(({ course }) => course ?? []));
  return new Map(entries.map(({ id, course, title = '' }) => [id, courses.get(course ?? '')?.title ?? title]));
}

/** The names of those who proposed and decided; of whoever has gone there is none. */
async function namesOf(deps: LedgerDeps, entries: readonly StoredEntry[]): Promise<Map<string, string>> {
  const ids = new Set(entries.flatMap(({ facts }) => facts.map(({ by }) => by)));
  const names = new Map<string, string>();
  await inParallel(AT_ONCE, [...ids], async (id) => {
    const name = nameOfPerson(await deps.store.people.get(id));
    if (name !== undefined) names.set(id, name);
  });
  return names;
}

function latestFirst(a: EntryView, b: EntryView): number {
  const keyOf = ({ day = '', id }: EntryView) => `${day}\n${id}`;
  return keyOf(a) < keyOf(b) ? 1 : -1;
}
