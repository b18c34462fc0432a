// Reports of units: the list of a year, beginning one, and one of them whole with the figures of now beside it.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import type { Shelves } from '../domain/figures/additions.ts';
import { shelvesOf, valuesOf } from '../domain/figures/indicators.ts';
import { indicatorsOf, isReportable, withPeople } from '../domain/reports/catalogue.ts';
import { adjustmentsOf, type Content, contentFrom, placedOn, shownOf } from '../domain/reports/content.ts';
import { begun, isFrozen, type Report, reportMoves, rightForReport } from '../domain/reports/report.ts';
import { type Months, reportId, TEMPLATES } from '../domain/reports/terms.ts';
import { nameOn, type Unit } from '../domain/units/unit.ts';
import { dayWithin, type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { BureauDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { everBelow } from './report-walk.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';
import { namesOf } from './staff-names.ts';

/** Units that a report shows one by one. */
export const SHOWN_MOST = 400;

/** Stands for any unit that would lie under another. */
const ANY_CHILD = '';

/** The reports of a unit for a year, the newest months first. */
export function listReports(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'listReports'>): Promise<Answer<'listReports'>> => {
    const { unit, place } = await standingFor(deps, actor)('readFigures', params.unit);
    const all = await deps.store.bureauReports.list(unit.id, query.year);
    const seen = all.filter((report) => maySee(actor, place, report));
    const templates = TEMPLATES.map((template) => [
      template,
      { indicators: [...indicatorsOf(template)], levels: template === 'own' ? 0 : 1 },
    ]);
    return {
      unit: { id: unit.id, name: nameOf(deps, unit) },
      reports: seen.map(rowOf).sort((a, b) => (a.report < b.report ? 1 : -1)),
      templates: Object.fromEntries(templates),
      may: {
        make: can.makeReport(actor, place),
        expect: can.receiveReport(actor, { ancestors: [ANY_CHILD, ...place.ancestors] }),
        keepKeys: can.keepApiKeys(actor, place),
      },
      today: today(deps),
    };
  };
}

/** Begins a draft; the same request again answers what came of it. */
export function beginReport(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'beginReport'>): Promise<Answer<'beginReport'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('makeReport', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'beginReport', params, body });
    const answered = await answeredBefore<Answer<'beginReport'>>(deps, wish);
    if (answered !== undefined) return answered;
    const { template, months, indicators, levels, note } = body;
    const editions = await editionsOf(deps, unit.id, { template, months });
    const given = { unit: unit.id, template, months, indicators: knownIndicators(indicators), levels, note };
    const next = begun({ ...given, at: deps.now(), by: me.person, today: today(deps) }, editions.at(-1));
    if (!next.ok) throw refused(next.reason);
    const { report } = next;
    const answer = { report: report.id, version: report.version };
    const thing = { type: 'bureau-report', id: `${unit.id}.${report.id}` };
    const line = entryOf(deps, { me, right: 'makeReport', place, action: 'beginReport', thing });
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.bureauReports.put(report, { request, lines: [line] });
    if (done === 'done') return answer;
    const before = await answeredBefore<Answer<'beginReport'>>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}

/** A report as far as the caller may see it. */
export function readReport(deps: BureauDeps) {
  return async (actor: Actor, { params }: Input<'readReport'>): Promise<Answer<'readReport'>> => {
    const me = signedIn(actor);
    const { unit, place, report } = await reportAt(deps, actor, params);
    const text = report.made && (await deps.store.bureauReports.text(unit.id, report.made.hash));
    const content = text === undefined ? undefined : contentFrom(text);
    const live = await liveOf(deps, report);
    const editions = isFrozen(report) ? await editionsOf(deps, unit.id, report) : [];
    const newer = editions.filter((one) => one.edition > report.edition && isFrozen(one)).at(-1);
    const names = await namesOf(
      deps,
      report.steps.map(({ by }) => by),
    );
    const sentTo = report.sentTo === undefined ? undefined : await deps.store.units.get(report.sentTo);
    const { indicators, levels, note, version, made } = report;
    return {
      ...{ unit: { id: unit.id, name: nameOf(deps, unit) }, report: rowOf(report), version },
      ...{ indicators: [...indicators], levels, note },
      ...(made && { made }),
      ...(text === undefined ? {} : { text }),
      live: { asOf: deps.now(), units: live.units, figures: live.figures.map((one) => ({ ...one })) },
      adjustments: content === undefined ? [] : changedSince(content, live.figures),
      steps: report.steps.map((step) => ({
        ...step,
        ...(names[step.by] === undefined ? {} : { byName: names[step.by] }),
      })),
      ...(sentTo && { sentTo: { id: sentTo.id, name: nameOf(deps, sentTo) } }),
      ...(newer && { replacedBy: newer.id }),
      moves: reportMoves(report, me.person).filter((move) => can[rightForReport(move)](actor, place)),
      today: today(deps),
    };
  };
}

/** A report that the caller may see; Problem `not_found` otherwise. What is not frozen is for whoever may make reports there. */
export async function reportAt(
  deps: BureauDeps,
  actor: Actor,
  { unit: id, edition }: { unit: string; edition: string },
): Promise<Standing & { report: Report }> {
  const { unit, place } = await standingFor(deps, actor)('readFigures', id);
  const report = await deps.store.bureauReports.get(unit.id, edition);
  if (report === undefined || !maySee(actor, place, report)) throw new Problem('not_found');
  return { unit, place, report };
}

/** The editions of some months by a template, the oldest first. */
export async function editionsOf(
  deps: BureauDeps,
  unit: string,
  { template, months }: Pick<Report, 'template'> & { months: Months },
): Promise<Report[]> {
  const begin = reportId(template, months, 1).slice(0, -1);
  const found = await deps.store.bureauReports.list(unit, begin);
  return found.sort((a, b) => a.edition - b.edition);
}

export function rowOf({
  id,
  template,
  months,
  edition,
  state,
  at,
  made,
}: Report): Answer<'listReports'>['reports'][number] {
  return { report: id, template, months, edition, state, at, ...(made && { cutOff: made.cutOff }) };
}

export function nameOf(deps: BureauDeps, unit: Unit): string {
  return nameOn(unit, dayWithin(unit, today(deps))) ?? unit.names[0]?.value ?? '';
}

/** The indicators of a report, with what must stand beside them. Problem `invalid_input` for one that nobody knows, or no report can hold. */
export function knownIndicators(indicators: readonly string[]): string[] {
  const unknown = indicators.filter((id) => !isReportable(id));
  if (unknown.length === 0) return withPeople(indicators);
  throw new Problem('invalid_input', [{ path: 'indicators', message: `does not know ${unknown[0]}` }]);
}

function maySee(actor: Actor, place: Place, report: Report): boolean {
  if (report.state === 'dropped') return false;
  return isFrozen(report) || can.makeReport(actor, place);
}

/** The figures of now from counters, for the units that a report shows. */
async function liveOf(
  deps: BureauDeps,
  report: Report,
): Promise<Pick<Content, 'figures'> & { units: Content['units'][number][] }> {
  const { unit: root, indicators, months, levels } = report;
  const units = [...(await deps.store.units.getMany(await everBelow(deps, root, levels))).values()];
  const shown = shownOf(units, root, { levels, months }).slice(0, SHOWN_MOST);
  const shelves = shelvesOf(indicators, months);
  const counted = await deps.store.counters.ofMany(shown, shelves, 'then');
  const values = valuesOf(indicators, months);
  const known = new Set(shown);
  return {
    units: placedOn(
      units.filter(({ id }) => known.has(id)),
      root,
      months,
    ),
    figures: shown.map((unit) => ({ unit, values: values((counted.get(unit) ?? {}) as Shelves) })),
  };
}

function changedSince(content: Content, live: Content['figures']) {
  return adjustmentsOf(content, new Map(live.map(({ unit, values }) => [unit, values])));
}
