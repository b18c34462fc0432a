// What a bureau expects of the units right below it: who has sent the report of some months, and when; and until when it is due.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import { boardLine } from '../domain/reports/board.ts';
import { dueOn, fits, lastDayOf, withRule } from '../domain/reports/terms.ts';
import { existsOn } from '../domain/units/unit.ts';
import { signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import { editionsOf, nameOf } from './bureau-reports.ts';
import type { BureauDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Line = Answer<'readBoard'>['lines'][number];

const AT_ONCE = 16;

/** The board of some months: those who lay right below the unit on their last day, or today while they are not over. */
export function readBoard(deps: BureauDeps) {
  return async (actor: Actor, { params, query }: Input<'readBoard'>): Promise<Answer<'readBoard'>> => {
    const { unit, place } = await standingFor(deps, actor)('readFigures', params.unit);
    const months = { year: Number(query.year), from: Number(query.from), to: Number(query.to) };
    if (!fits(query.template, months)) throw refused('report-term');
    const { version, rules } = await deps.store.bureauReports.due(unit.id);
    const due = dueOn(rules, query.template, months);
    const now = today(deps);
    const day = lastDayOf(months) < now ? lastDayOf(months) : now;
    const below = await deps.store.units.getMany(await deps.store.units.children(unit.id, day));
    const units = mayLookBelow(actor, place) ? [...below.values()].filter((one) => existsOn(one, day)) : [];
    const lines: Line[] = [];
    await inParallel(AT_ONCE, units, async (one) => {
      const editions = await editionsOf(deps, one.id, { template: query.template, months });
      lines.push({ unit: { id: one.id, name: nameOf(deps, one) }, ...boardLine(editions, { due, today: now }) });
    });
    return {
      ...{ unit: { id: unit.id, name: nameOf(deps, unit) }, template: query.template, months, due, rules, version },
      lines: lines.sort((a, b) => (a.unit.name < b.unit.name ? -1 : 1)),
      ...{ mayExpect: can.expectReports(actor, place), today: now },
    };
  };
}

/** Says from when on reports of a template are due so many days after their months. */
export function setDue(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'setDue'>): Promise<Answer<'setDue'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('expectReports', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'setDue', params, body });
    const answered = await answeredBefore<Answer<'setDue'>>(deps, wish);
    if (answered !== undefined) return answered;
    const before = await deps.store.bureauReports.due(unit.id);
    if (before.version !== body.version) throw new Problem('conflict');
    const { template, from, days } = body;
    const next = { version: before.version + 1, rules: withRule(before.rules, { template, from, days }) };
    const answer = { version: next.version };
    const thing = { type: 'due-rule', id: `${unit.id}.${template}` };
    const line = entryOf(deps, { me, right: 'expectReports', place, action: 'setDue', thing, after: { from, days } });
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.bureauReports.putDue(unit.id, next, { request, lines: [line] });
    if (done === 'done') return answer;
    const same = await answeredBefore<Answer<'setDue'>>(deps, wish);
    if (same === undefined) throw new Problem('conflict');
    return same;
  };
}

/** Whoever reads figures of one unit alone sees nothing of those below. */
function mayLookBelow(actor: Actor, { ancestors }: Place): boolean {
  return can.readFigures(actor, { ancestors: ['', ...ancestors] });
}
