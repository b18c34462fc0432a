// A list of activities at once: each row is judged by itself, and what is new is written together. Rows that are there already are the same when
// they come again, so a slice may be sent any number of times.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { workFault } from '../domain/activities/checks.ts';
import { type Activity, recordOf, yearOf } from '../domain/activities/record.ts';
import { signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { StationDeps } from './deps.ts';
import { Problem } from './problem.ts';

type Line = Answer<'importWork'>['lines'][number];
type Row = Input<'importWork'>['body']['rows'][number];

/** Says of each row what an import would do, or does it. */
export function importWork(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'importWork'>): Promise<Answer<'importWork'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepWork', params.unit);
    const known = await knownIn(deps, unit.id, body.rows);
    const news: Activity[] = [];
    const lines = body.rows.map(({ line, ...row }): Line => {
      const activity: Activity = { type: 'activity', ...row };
      const reason = workFault(activity, { unit, today: today(deps) });
      if (reason !== undefined) return { line, outcome: 'refused', reason };
      if (known.has(nameOf(activity))) return { line, outcome: 'same' };
      known.add(nameOf(activity));
      news.push(activity);
      return { line, outcome: 'new' };
    });
    if (body.dry || news.length === 0) return { lines };
    const at = deps.now();
    const records = news.map((work) => recordOf(work, { unit: unit.id, id: deps.newId(), at, by: me.person }));
    const thing = { type: 'work', id: unit.id };
    const after = { type: 'activity', count: records.length };
    const line = entryOf(deps, { me, right: 'keepWork', place, action: 'importWork', thing, after });
    const done = await deps.store.workRecords.put(records, { lines: [line] });
    if (done !== 'done') throw new Problem('conflict');
    return { lines };
  };
}

/** What is written down already in the years of the rows. */
async function knownIn(deps: StationDeps, unit: string, rows: readonly Row[]): Promise<Set<string>> {
  const years = new Set(rows.map(({ day }) => yearOf(day)));
  const read = await Promise.all([...years].map((year) => deps.store.workRecords.ofYear(unit, year)));
  const held = read.flat().filter(({ voided }) => !voided);
  return new Set(held.flatMap(({ work }) => (work.type === 'activity' ? [nameOf(work)] : [])));
}

/** Two activities of one day, kind, title and place with the same numbers are one. */
function nameOf({ day, kind, title, place, served, volunteers, minutes }: Activity): string {
  return JSON.stringify([day, kind, title, place, served, volunteers, minutes]);
}
