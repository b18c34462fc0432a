// Keys to open data: made by a bureau for its unit, shown once, ended at any time.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type ApiKey, KEY_DAYS_MOST, SECRET_PREFIX, stateOfKey } from '../domain/open-data/api-key.ts';
import { addDays } from '../domain/time.ts';
import { signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { BureauDeps } from './deps.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';
import { namesOf } from './staff-names.ts';

/** All keys that a unit ever had. */
export function listKeys(deps: BureauDeps) {
  return async (actor: Actor, { params }: Input<'listKeys'>): Promise<Answer<'listKeys'>> => {
    const { unit } = await standingFor(deps, actor)('keepApiKeys', params.unit);
    const keys = await deps.store.apiKeys.ofUnit(unit.id);
    const names = await namesOf(
      deps,
      keys.map(({ by }) => by),
    );
    const now = deps.now();
    return {
      keys: keys.map((key) => ({
        ...{ key: key.id, label: key.label, state: stateOfKey(key, now), at: key.at, by: key.by, until: key.until },
        ...(names[key.by] === undefined ? {} : { byName: names[key.by] }),
        ...(key.ended === undefined ? {} : { endedAt: key.ended.at }),
        ...(key.usedOn === undefined ? {} : { usedOn: key.usedOn }),
      })),
      today: today(deps),
    };
  };
}

/** Makes a key. Its secret is in the answer of the request that makes it, and nowhere else: a repeated request has none. */
export function makeKey(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'makeKey'>): Promise<Answer<'makeKey'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepApiKeys', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'makeKey', params, body });
    const answered = await answeredBefore<Answer<'makeKey'>>(deps, wish);
    if (answered !== undefined) return answered;
    const day = today(deps);
    if (body.until < day || body.until > addDays(day, KEY_DAYS_MOST)) throw refused('key-span');
    const secret = `${SECRET_PREFIX}${deps.newSecret()}`;
    const { label, until } = body;
    const key: ApiKey = { id: deps.newId(), unit: unit.id, label, at: deps.now(), by: me.person, until };
    const thing = { type: 'api-key', id: key.id };
    const line = entryOf(deps, { me, right: 'keepApiKeys', place, action: 'makeKey', thing, after: { label, until } });
    const request = requestOf(deps, wish, { key: key.id });
    const done = await deps.store.apiKeys.add(await deps.digest(secret), key, { request, lines: [line] });
    if (done === 'done') return { key: key.id, secret };
    const before = await answeredBefore<Answer<'makeKey'>>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}

/** Ends a key: the next request that brings it is refused. */
export function endKey(deps: BureauDeps) {
  return async (actor: Actor, { params, body }: Input<'endKey'>): Promise<Answer<'endKey'>> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('keepApiKeys', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'endKey', params, body });
    const answered = await answeredBefore<Answer<'endKey'>>(deps, wish);
    if (answered !== undefined) return answered;
    const keys = await deps.store.apiKeys.ofUnit(unit.id);
    const key = keys.find(({ id }) => id === params.key);
    if (key === undefined) throw new Problem('not_found');
    if (key.ended !== undefined) throw refused('key-ended');
    const answer = { key: key.id };
    const thing = { type: 'api-key', id: key.id };
    const line = entryOf(deps, { me, right: 'keepApiKeys', place, action: 'endKey', thing });
    const given = { request: requestOf(deps, wish, answer), lines: [line] };
    const ended = { at: deps.now(), by: me.person };
    const done = await deps.store.apiKeys.end(unit.id, { id: key.id, ended }, given);
    if (done === 'done') return answer;
    const before = await answeredBefore<Answer<'endKey'>>(deps, wish);
    if (before === undefined) throw new Problem('conflict');
    return before;
  };
}
