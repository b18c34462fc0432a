// Making a report's figures from facts as of an instant, and making them again: to prove that the same bytes come out, and to say what has become another since.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import type { Shelves } from '../domain/figures/additions.ts';
import { shelvesOf, valuesOf } from '../domain/figures/indicators.ts';
import { bookOf } from '../domain/figures/source.ts';
import { rulesOf } from '../domain/reports/catalogue.ts';
import { adjustmentsOf, type Content, contentFrom, contentText, placedOn, shownOf } from '../domain/reports/content.ts';
import type { UnitShelves } from '../domain/reports/reckoning.ts';
import { movedReport, type Report } from '../domain/reports/report.ts';
import { isSettled, latestCutOff } from '../domain/reports/terms.ts';
import type { Instant } from '../domain/time.ts';
import { signedIn } from './access.ts';
import { entryOf } from './audit.ts';
import { reportAt, SHOWN_MOST } from './bureau-reports.ts';
import type { BureauDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { type Plan, reckon } from './report-reckoning.ts';
import { everBelow, treeAsOf } from './report-walk.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Made = Answer<'makeFigures'>;

/** Makes the figures of a draft, as far as one request comes; asked again with the instant it names, it goes on. */
export function makeFigures(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'makeFigures'>): Promise<Made> => {
    const me = signedIn(actor);
    const { unit, place, report } = await reportAt(deps, actor, params);
    if (!can.makeReport(actor, place)) throw new Problem('not_found');
    const wish = await wishOf(deps, { person: me.person, route: 'makeFigures', params, body });
    const answered = await answeredBefore<Made>(deps, wish);
    if (answered !== undefined) return answered;
    if (report.version !== body.version) throw new Problem('conflict');
    if (!['draft', 'made'].includes(report.state)) throw refused('report-state');
    const cutOff = body.cutOff ?? latestCutOff(deps.now());
    if (cutOff > latestCutOff(deps.now()) || !isSettled(report, cutOff)) throw refused('report-cut-off');
    const counted = await countedFor(deps, { report, cutOff, name: `make.${me.person}` });
    if (!counted.done) return { done: false, at: cutOff, units: counted.units, of: counted.of };
    const text = contentText(counted.content);
    const made = { cutOff, hash: await sha256Of(deps, text), at: deps.now(), by: me.person };
    const next = movedReport(report, { move: 'make', made }, { at: deps.now(), by: me.person });
    if (!next.ok) throw refused(next.reason);
    const answer: Made = { done: true, version: next.report.version, hash: made.hash, cutOff };
    const thing = { type: 'bureau-report', id: `${unit.id}.${report.id}` };
    const after = { cutOff, hash: made.hash };
    const line = entryOf(deps, { me, right: 'makeReport', place, action: 'makeFigures', thing, after });
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.bureauReports.put(next.report, { request, lines: [line], text });
    if (done === 'done') return answer;
    const before = await answeredBefore<Made>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}

/** Makes a report again, as far as one request comes. Nothing is written but how far it came. */
export function recountReport(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'recountReport'>): Promise<Answer<'recountReport'>> => {
    const me = signedIn(actor);
    const { unit, report } = await reportAt(deps, actor, params);
    const text = report.made && (await deps.store.bureauReports.text(unit.id, report.made.hash));
    if (report.made === undefined || text === undefined) throw refused('report-state');
    const [newest, { cutOff }] = [latestCutOff(deps.now()), report.made];
    const asked = body.at ?? newest;
    if (asked > newest) throw refused('report-cut-off');
    const later = asked < cutOff ? cutOff : asked;
    const before = contentFrom(text);
    const counted = await countedFor(deps, { report, cutOff, later, before, name: `recount.${me.person}` });
    if (!counted.done) return { done: false, at: later, units: counted.units, of: counted.of };
    const again = contentText(counted.content);
    const now = new Map(Object.entries(counted.now).map(([id, shelves]) => [id, counted.valuesOf(shelves)]));
    return {
      ...{ done: true, equal: again === text, hash: await sha256Of(deps, again), asOf: later },
      adjustments: adjustmentsOf(before, now, new Map(Object.entries(counted.since))),
    };
  };
}

interface Counting {
  report: Report;
  cutOff: Instant;
  later?: Instant;
  /** What was made before: its boundaries hold. */
  before?: Content;
  name: string;
}

type Outcome =
  | { done: false; units: number; of: number }
  | { done: true; content: Content; now: UnitShelves; since: Record<string, Instant>; valuesOf: Plan['valuesOf'] };

async function countedFor(deps: BureauDeps, { report, cutOff, later, before, name }: Counting): Promise<Outcome> {
  const { unit: root, months, levels } = report;
  const indicators = before?.indicators ?? report.indicators;
  const ids = before?.units.map(({ id }) => id) ?? (await everBelow(deps, root));
  const tree = await treeAsOf(deps, ids, cutOff);
  const units = ids.flatMap((id) => tree.units.get(id) ?? []);
  const shown = shownOf(units, root, { levels, months });
  if (shown.length > SHOWN_MOST) throw refused('report-wide');
  const shelves = new Set(shelvesOf(indicators, months));
  const values = valuesOf(indicators, months);
  const plan: Plan = {
    ...{ unit: root, name: `${report.id}.${name}`, cutOff, units: ids, known: new Set(ids), shown: new Set(shown) },
    ...{ shelves, books: new Set([...shelves].map(bookOf)), tree, valuesOf: values },
    ...(later === undefined ? {} : { later, laterTree: await treeAsOf(deps, ids, later) }),
  };
  const reckoned = await reckon(deps, plan);
  if (!reckoned.done) return reckoned;
  const { sums, laterSums, since } = reckoned.counted;
  const { template, edition, note } = report;
  const content: Content = {
    ...{ format: 1, unit: root, template, months, edition, indicators, levels, note, cutOff, boundaries: 'then' },
    rules: before?.rules ?? rulesOf(indicators),
    units: placedOn(units, root, months),
    figures: shown.map((unit) => ({ unit, values: values((sums[unit] ?? {}) as Shelves) })),
  };
  return { done: true, content, now: withAll(laterSums, shown), since, valuesOf: values };
}

/** A unit on which nothing stands any more is one of nought, and not one that is not known. */
function withAll(sums: UnitShelves, shown: readonly string[]): UnitShelves {
  return Object.fromEntries(shown.map((unit) => [unit, sums[unit] ?? {}]));
}

/** In hexadecimal digits, as every tool for it writes them. */
async function sha256Of(deps: BureauDeps, text: string): Promise<string> {
  return Buffer.from(await deps.digest(text), 'base64url').toString('hex');
}
