// What is done to a report, move by move: editing, the two signatures, sending it up, receiving and returning it. Its figures are made elsewhere.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { movedReport, type Report, type ReportMoving, rightForReport } from '../domain/reports/report.ts';
import { parentOn, type Unit } from '../domain/units/unit.ts';
import { dayWithin, signedIn, today } from './access.ts';
import { entryOf } from './audit.ts';
import { knownIndicators, reportAt } from './bureau-reports.ts';
import type { BureauDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Done = Answer<'moveReport'>;
type Said = Input<'moveReport'>['body']['moving'];

/** Moves a report on. Two people sign: the second signature is never the first one's, and nobody receives what they signed. */
export function moveReport(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'moveReport'>): Promise<Done> => {
    const me = signedIn(actor);
    const { unit, place, report } = await reportAt(deps, actor, params);
    const { moving: said, version } = body;
    const right = rightForReport(said.move);
    if (!can[right](actor, place)) throw new Problem('not_found');
    const wish = await wishOf(deps, { person: me.person, route: 'moveReport', params, body });
    const answered = await answeredBefore<Done>(deps, wish);
    if (answered !== undefined) return answered;
    if (report.version !== version) throw new Problem('conflict');
    const next = movedReport(report, await movingOf(deps, unit, said), { at: deps.now(), by: me.person });
    if (!next.ok) throw refused(next.reason);
    const answer: Done = { state: next.report.state, version: next.report.version };
    const thing = { type: 'bureau-report', id: `${unit.id}.${report.id}` };
    const why = 'why' in said ? said.why : undefined;
    const line = entryOf(deps, {
      me,
      right,
      place,
      action: `${said.move}Report`,
      thing,
      after: factsOf(next.report),
      why,
    });
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.bureauReports.put(next.report, { request, lines: [line] });
    if (done === 'done') return answer;
    const before = await answeredBefore<Done>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}

/** A report goes to whoever stands above the unit today. */
async function movingOf(deps: BureauDeps, unit: Unit, said: Said): Promise<ReportMoving> {
  if (said.move === 'edit') return { ...said, indicators: knownIndicators(said.indicators) };
  if (said.move !== 'send') return said;
  const parent = parentOn(unit, dayWithin(unit, today(deps)));
  if (parent === undefined || parent === null) throw refused('report-no-parent');
  return { move: 'send', to: parent };
}

function factsOf({ state, made, sentTo }: Report) {
  return { state, ...(made && { hash: made.hash }), ...(sentTo === undefined ? {} : { sentTo }) };
}
