// The facts behind a figure of a unit: each with what it adds, where its units lay on its days, so that all of them together come to the figure. A person is
// named to whoever may list people where they worked then.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { chainsOf, reachOf } from '../domain/figures/chains.ts';
import { figureOf, indicatorOf } from '../domain/figures/indicators.ts';
import { bookOf } from '../domain/figures/source.ts';
import type { Figure } from '../domain/reports/content.ts';
import { shelvesAt } from '../domain/reports/reckoning.ts';
import type { Months } from '../domain/reports/terms.ts';
import type { Unit } from '../domain/units/unit.ts';
import { type Person, placeOf, signedIn, standingFor, today } from './access.ts';
import { cursorOf, stateOf } from './cursors.ts';
import type { BureauDeps } from './deps.ts';
import { type FactPlace, type FoundFact, factsAsOf } from './figure-facts.ts';
import { requireKnown } from './figures.ts';
import { everBelow } from './report-walk.ts';
import { nameFor } from './units-reading.ts';

type Listed = Answer<'listFacts'>;
type Row = Listed['facts'][number];

/** Facts of one page, and how many are looked at for it. */
const [ROWS_MOST, LOOKS_MOST] = [50, 400];

interface Counted extends Figure {
  fact: FoundFact;
}

export function listFacts(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'listFacts'>): Promise<Listed> => {
    const me = signedIn(actor);
    const { unit } = await standingFor(deps, actor)('listPeople', params.unit);
    const { id } = query;
    requireKnown([id]);
    const months = { year: Number(query.year), from: Number(query.from), to: Number(query.to) };
    const question = { actor: me, route: 'listFacts', asked: { ...query, unit: unit.id } };
    const after = stateOf<FactPlace>(deps, question, query.cursor);
    const { rows, next } = await pageFrom(deps, { unit: unit.id, id, months, ...(after && { after }) });
    const facts = await shown(deps, me, rows);
    return { asOf: deps.now(), facts, ...(next && { cursor: cursorOf(deps, question, next) }) };
  };
}

interface Asked {
  unit: string;
  id: string;
  months: Months;
  after?: FactPlace;
}

/** Facts of the indicator's books that add something to it at the unit. */
async function pageFrom(deps: BureauDeps, asked: Asked): Promise<{ rows: Counted[]; next?: FactPlace }> {
  const { unit, id, months, after } = asked;
  const books = [...new Set((indicatorOf(id)?.shelves(months) ?? []).map(bookOf))];
  // An indicator stands on one book of facts; what else it is read from, as a population, are no facts.
  const book = books[0] as string;
  const units = await everBelow(deps, unit);
  const rows: Counted[] = [];
  const known = new Map<string, Unit>();
  let looked = 0;
  for await (const fact of factsAsOf(deps, { units, book, cutOff: deps.now(), ...(after && { after }) })) {
    looked += 1;
    const figure = await adds(deps, fact, { asked, known });
    if (figure !== undefined) rows.push({ ...figure, fact });
    if (rows.length === ROWS_MOST || looked === LOOKS_MOST) return { rows, next: fact.place };
  }
  return { rows };
}

/** What a fact adds to the indicator at the unit; undefined for nothing. */
async function adds(
  deps: BureauDeps,
  { kind, pieces }: FoundFact,
  { asked, known }: { asked: Asked; known: Map<string, Unit> },
): Promise<Figure | undefined> {
  const source = deps.sources.find((one) => one.kind === kind);
  if (source === undefined) throw new Error(`no family counts facts of the kind ${kind}`);
  const missing = pieces.map(({ unit }) => unit).filter((id) => !known.has(id));
  if (missing.length > 0) {
    const read = async (ids: readonly string[]) => deps.store.units.getMany(ids);
    for (const [id, unit] of await reachOf(missing, read)) known.set(id, unit);
  }
  const chains = chainsOf((id) => known.get(id));
  const at = shelvesAt(pieces, { sumsOf: source.sumsOf, chains, shown: new Set([asked.unit]) });
  const figure = figureOf(asked.id, at[asked.unit] ?? {}, asked.months);
  return figure === null || (figure.n === 0 && (figure.of ?? 0) === 0) ? undefined : figure;
}

/** `TRAINED#<person>` and the like; what is about no person is not among them. */
const PERSON = /^(?:TRAINED|EXAMS|PRACTISED|SUBSIDIES|PERSON)#(.+)$/;
const COURSE = /^HELD#(.+)$/;

async function shown(deps: BureauDeps, me: Person, rows: readonly Counted[]): Promise<Row[]> {
  const day = today(deps);
  const ids = [...new Set(rows.flatMap(({ fact }) => fact.pieces.map(({ unit }) => unit)))];
  const units = await deps.store.units.getMany(ids);
  const listed = new Set<string>();
  const readable = new Set<string>();
  for (const unit of units.values()) {
    const place = await placeOf(deps, unit, day);
    if (can.listPeople(me, place)) listed.add(unit.id);
    if (can.readFigures(me, place)) readable.add(unit.id);
  }
  const people = rows.flatMap(({ fact }) => {
    const person = PERSON.exec(fact.source.PK)?.[1];
    return person !== undefined && fact.pieces.some(({ unit }) => listed.has(unit)) ? [person] : [];
  });
  const cards = await deps.store.personCards.of(people);
  return rows.map(({ fact, ...figure }): Row => {
    const person = PERSON.exec(fact.source.PK)?.[1];
    const course = COURSE.exec(fact.source.PK)?.[1];
    const name = person === undefined ? undefined : cards.get(person)?.name;
    const own = [...new Set(fact.pieces.map(({ unit }) => unit))].filter((id) => readable.has(id)).sort();
    return {
      ...{ kind: fact.kind, ...figure, day: fact.pieces.map((piece) => piece.day).sort()[0] as string },
      units: own.map((id) => ({ id, name: nameFor(units.get(id) as Unit, day) })),
      ...(person === undefined
        ? {}
        : { person: { id: person, ...(name === undefined || name === '' ? {} : { name }) } }),
      ...(course === undefined ? {} : { course }),
    };
  });
}
