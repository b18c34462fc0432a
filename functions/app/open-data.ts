// Open data: what a key may read of its unit and of all below it. A key is no person: it sees sums and frozen reports, and nothing else.
import type { Answer, Input } from '../contract/index.ts';
import { valuesOf } from '../domain/figures/indicators.ts';
import { type ApiKey, secretIn, stateOfKey, USES_A_MINUTE } from '../domain/open-data/api-key.ts';
import { rulesOf, unknownIndicators, wholeIndicators, withPeople } from '../domain/reports/catalogue.ts';
import { isFrozen, type Report } from '../domain/reports/report.ts';
import { msOf } from '../domain/time.ts';
import { existsOn, nameOn, parentOn, type Unit } from '../domain/units/unit.ts';
import { dayWithin, today } from './access.ts';
import { rowOf } from './bureau-reports.ts';
import type { OpenDataDeps } from './deps.ts';
import { readShelves } from './figure-reading.ts';
import { Problem } from './problem.ts';
import { everBelow } from './report-walk.ts';

/** Units on one page of the list. */
const LISTED_MOST = 500;

/** The key behind an `Authorization` header. Problem `not_signed_in` for none, a wrong one and one that is over; `too_many` past its uses of a minute. */
export function keyOf(deps: OpenDataDeps) {
  return async (header: string | undefined): Promise<ApiKey> => {
    const secret = secretIn(header);
    if (secret === undefined) throw new Problem('not_signed_in');
    const hash = await deps.digest(secret);
    const key = await deps.store.apiKeys.get(hash);
    if (key === undefined || stateOfKey(key, deps.now()) !== 'valid') throw new Problem('not_signed_in');
    const uses = await deps.store.apiKeys.countUse(hash, Math.floor(msOf(deps.now()) / 60_000));
    if (uses > USES_A_MINUTE) throw new Problem('too_many');
    if (key.usedOn !== today(deps)) await deps.store.apiKeys.used(hash, today(deps));
    return key;
  };
}

/** The key's unit and those below it today, by id behind the first. */
export function openUnits(deps: OpenDataDeps) {
  return async (key: ApiKey, { query }: Input<'openUnits'>): Promise<Answer<'openUnits'>> => {
    const day = today(deps);
    const [root, ...below] = await everBelow(deps, key.unit);
    const wanted = [root as string, ...below.sort()].filter(
      (id, i) => query.after === undefined || (i > 0 && id > query.after),
    );
    const page = wanted.slice(0, LISTED_MOST);
    const found = await deps.store.units.getMany(page);
    const known = new Set([key.unit, ...below]);
    const units = page.flatMap((id) => {
      const unit = found.get(id);
      return unit === undefined || !(id === key.unit || isBelow(unit, known, day)) ? [] : [unit];
    });
    const next = wanted.length > LISTED_MOST ? page.at(-1) : undefined;
    return {
      units: units.map((unit) => ({
        ...{ id: unit.id, name: nameOn(unit, dayWithin(unit, day)) ?? '' },
        parent: unit.id === key.unit ? null : (parentOn(unit, day) ?? null),
      })),
      ...(next === undefined ? {} : { next }),
      today: day,
    };
  };
}

/** Figures of units that the key reaches today, from counters. */
export function openFigures(deps: OpenDataDeps) {
  return async (key: ApiKey, { query }: Input<'openFigures'>): Promise<Answer<'openFigures'>> => {
    const months = { year: Number(query.year), from: Number(query.from), to: Number(query.to) };
    const units = [...new Set(query.units ?? [key.unit])];
    for (const unit of units) await requireReached(deps, key, unit);
    const indicators = requireKnown(query.indicators ?? wholeIndicators());
    const wanted = { units, ids: indicators, months: [months], boundaries: 'then' } as const;
    const counted = await readShelves(deps, wanted);
    const values = valuesOf(indicators, months);
    return {
      ...{ asOf: deps.now(), ...months, rules: rulesOf(indicators) },
      figures: units.map((unit) => ({ unit, values: values(counted.get(unit) ?? {}) })),
    };
  };
}

/** The frozen reports of a unit that the key reaches. */
export function openReports(deps: OpenDataDeps) {
  return async (key: ApiKey, { params, query }: Input<'openReports'>): Promise<Answer<'openReports'>> => {
    await requireReached(deps, key, params.unit);
    const all = await deps.store.bureauReports.list(params.unit, query.year);
    return { reports: all.flatMap((report) => frozenRow(report) ?? []) };
  };
}

/** One of them, byte for byte. */
export function openReport(deps: OpenDataDeps) {
  return async (key: ApiKey, { params }: Input<'openReport'>): Promise<Answer<'openReport'>> => {
    await requireReached(deps, key, params.unit);
    const report = await deps.store.bureauReports.get(params.unit, params.edition);
    const row = report && frozenRow(report);
    const text = row && (await deps.store.bureauReports.text(params.unit, row.hash));
    if (row === undefined || text === undefined) throw new Problem('not_found');
    return { report: row, text };
  };
}

function frozenRow(report: Report): Answer<'openReport'>['report'] | undefined {
  if (!isFrozen(report) || report.made === undefined) return undefined;
  return { ...rowOf(report), hash: report.made.hash };
}

/** The key's own unit, or one that lies below it today, or lay below it when it closed. */
async function requireReached(deps: OpenDataDeps, key: ApiKey, id: string): Promise<void> {
  const unit = await deps.store.units.get(id);
  if (unit === undefined) throw new Problem('not_found');
  const ancestors = await deps.store.units.ancestors(id, dayWithin(unit, today(deps)));
  if (!ancestors.includes(key.unit)) throw new Problem('not_found');
}

/** Whether a unit lies below one that is known to, today. */
function isBelow(unit: Unit, known: ReadonlySet<string>, day: string): boolean {
  return existsOn(unit, day) && known.has(parentOn(unit, day) ?? '');
}

/** The indicators with what must stand beside them. Problem `invalid_input` for one that nobody knows. */
function requireKnown(indicators: readonly string[]): string[] {
  const [unknown] = unknownIndicators(indicators);
  if (unknown === undefined) return withPeople(indicators);
  throw new Problem('invalid_input', [{ path: 'indicators', message: `does not know ${unknown}` }]);
}
