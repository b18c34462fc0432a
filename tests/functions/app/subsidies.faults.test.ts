// Applications for subsidies under faults: whatever is lost on the way and wherever a process ends, each is made once, listed once and paid once, and its
// line stands where its state says. And what becomes of them with the account of their person.
import { afterEach, describe, expect, it } from 'vitest';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { acceptClaim, offerClaim } from '../../../functions/app/claims.ts';
import { applySubsidy, moveOwnSubsidy } from '../../../functions/app/subsidies.ts';
import { addSubsidyBatch, moveSubsidyBatch } from '../../../functions/app/subsidy-batches.ts';
import { moveSubsidy } from '../../../functions/app/subsidy-moves.ts';
import { type Actor, actorOn } from '../../../functions/domain/access/can.ts';
import { isOpen } from '../../../functions/domain/subsidies/application.ts';
import { SLICE_MOST } from '../../../functions/domain/subsidies/batch.ts';
import { actorOf, freshRequest } from '../../support/courses.ts';
import { Killed, killAt, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { cutter, dumped } from '../../support/oneself.ts';
import { awardRule, openSubsidies, STATION, type Subsidies } from '../../support/subsidies.ts';
import { OPERATOR } from '../../support/tenants.ts';
import type { SignedIn } from '../../support/world.ts';

const SOAK = process.env.SOAK === '1';
const [SEEDS, PEOPLE] = SOAK ? [40, 30] : [2, 6];
const LONG_MS = SOAK ? 3_600_000 : 120_000;
/** Every wait of a process in the long form; half of them in each run. */
const EVERY = SOAK ? 1 : 2;

const managerNamed = (person: string): Actor =>
  actorOn(person, [{ unit: '21', role: 'bureau-manager', from: '2020-01-01', by: 'x' }], '2026-03-01');
const [CHECKER, DECIDER] = [managerNamed('manager-one-1'), managerNamed('manager-two-2')];
const BEGIN = { rule: awardRule.id, from: '2026-03-01', last: '2026-03-03' };

let town: Subsidies;
afterEach(() => town.close());

const at = <P extends object>(params: P) => ({ params, query: undefined });
const deps = () => town.world.deps;

function apply(person: string, request: string) {
  const body = { request, rule: awardRule.id, level: 'junior', unit: STATION, answers: {} } as const;
  return applySubsidy(deps())(actorOf(person), { ...at({ person }), body });
}

function check(person: string, application: string, request: string) {
  const body = { request, version: 1, moving: { move: 'check' } } as const;
  return moveSubsidy(deps())(CHECKER, { ...at({ person, application }), body });
}

type Moving = Parameters<ReturnType<typeof moveSubsidyBatch>>[1]['body']['moving'];
interface Slice {
  batch: string;
  moving: Moving;
  applications: { person: string; application: string; version: number }[];
}

function slice({ batch, ...rest }: Slice, request: string) {
  return moveSubsidyBatch(deps())(DECIDER, { ...at({ unit: '21', batch }), body: { request, ...rest } });
}

function begin(request: string) {
  return addSubsidyBatch(deps())(DECIDER, { ...at({ unit: '21' }), body: { request, ...BEGIN } });
}

/** States by person, and that the queue and the years hold each application once, where it belongs. */
async function standing(people: readonly string[]): Promise<string[][]> {
  const { subsidies } = deps().store;
  const [open, done] = await Promise.all([
    subsidies.atDesk('21', { limit: 500 }),
    subsidies.atDesk('21', { year: '2026', limit: 500 }),
  ]);
  const lines = [...open.found, ...done.found];
  return Promise.all(
    people.map(async (person) => {
      const all = await subsidies.ofPerson(person);
      for (const { id, state, version } of all) {
        const own = lines.filter(({ application }) => application === id);
        expect(own).toMatchObject([{ state, version }]);
        expect(open.found.some(({ application }) => application === id)).toBe(isOpen(state));
      }
      return all.map(({ state, steps }) => `${state} ${steps.map(({ move }) => move).join(' ')}`);
    }),
  );
}

const PAID = ['paid apply check list publish pay'];

describe('under faults', () => {
  it(
    `each application is made and paid once (${SEEDS} seeds of ${PEOPLE})`,
    async () => {
      for (const [i, seed] of seedsOf(SEEDS).entries()) {
        if (i > 0) await town.close();
        town = await openSubsidies();
        const people = await Promise.all(Array.from({ length: PEOPLE }, async () => (await town.worker()).person));
        const faults = withFaults(town.world.test.table, seed);
        const made: Slice['applications'] = [];
        for (const person of people) {
          const [asked, checked] = [freshRequest(), freshRequest()];
          const { application } = await untilAnswered(() => apply(person, asked));
          await untilAnswered(() => check(person, application, checked));
          made.push({ person, application, version: 2 });
        }
        const [begun, ...requests] = [freshRequest(), freshRequest(), freshRequest(), freshRequest()];
        const { batch } = await untilAnswered(() => begin(begun));
        const moves: Moving[] = [{ move: 'list' }, { move: 'publish' }, { move: 'pay', day: '2026-03-04' }];
        for (const [step, moving] of moves.entries()) {
          if (step === 1) town.world.pass(3);
          const applications = made.map((one) => ({ ...one, version: 2 + step }));
          const asked = { batch, moving, applications };
          const answer = await untilAnswered(() => slice(asked, requests[step] ?? ''));
          expect(
            answer.outcomes.map(({ outcome }) => outcome),
            `seed ${seed}`,
          ).toEqual(made.map(() => 'done'));
          expect(await untilAnswered(() => slice(asked, requests[step] ?? ''))).toEqual(answer);
        }
        faults.stop();
        expect(await standing(people), `seed ${seed}`).toEqual(people.map(() => PAID));
        expect(Object.values(faults.happened).some((count) => count > 0)).toBe(true);
      }
    },
    LONG_MS,
  );

  it('a whole slice goes through one transaction, in every step', async () => {
    town = await openSubsidies();
    const people: string[] = [];
    for (let i = 0; i < SLICE_MOST; i += 1) people.push((await town.worker()).person);
    const made: Slice['applications'] = [];
    for (const person of people) {
      const { application } = await apply(person, freshRequest());
      await check(person, application, freshRequest());
      made.push({ person, application, version: 2 });
    }
    const { batch } = await begin(freshRequest());
    const through = async (moving: Moving, version: number) => {
      const applications = made.map((one) => ({ ...one, version }));
      expect((await slice({ batch, moving, applications }, freshRequest())).outcomes).toHaveLength(SLICE_MOST);
    };
    await through({ move: 'list' }, 2);
    town.world.pass(3);
    await through({ move: 'publish' }, 3);
    await through({ move: 'pay', day: '2026-03-04' }, 4);
    expect(await standing(people)).toEqual(people.map(() => PAID));
  }, 60_000);

  it('leaves what a clean run leaves when it is killed at any of its waits and asked again', async () => {
    town = await openSubsidies();
    const whole = (person: string, requests: string[]) => async () => {
      const [asked = '', checked = '', begun = '', listed = ''] = requests;
      const { application } = await apply(person, asked);
      await check(person, application, checked);
      const { batch } = await begin(begun);
      await slice({ batch, moving: { move: 'list' }, applications: [{ person, application, version: 2 }] }, listed);
    };
    const requests = () => [freshRequest(), freshRequest(), freshRequest(), freshRequest()];
    const { person: first } = await town.worker();
    const clean = killAt(town.world.test.table, Number.POSITIVE_INFINITY);
    await whole(first, requests())();
    clean.stop();
    for (let n = 1; n <= clean.waits(); n += EVERY) {
      const { person } = await town.worker();
      const run = whole(person, requests());
      const kill = killAt(town.world.test.table, n);
      await expect(run()).rejects.toThrow(Killed);
      kill.stop();
      await run();
      expect(await standing([person]), `killed at wait ${n}`).toEqual([['listed apply check list']]);
    }
  }, 60_000);
});

describe('a deleted account', () => {
  const remove = async ({ person, token }: SignedIn) => {
    const version = (await deps().store.people.get(person))?.version ?? 0;
    return deleteSelf(deps())(actorOf(person), { ...at({ person }), body: { version } }, token);
  };

  it('leaves what was decided of its applications, takes back what is under way, and keeps no word of theirs', async () => {
    town = await openSubsidies();
    const cuts = cutter(town.world);
    for (let request = 1; ; request += 3 * EVERY) {
      const me = await town.worker();
      const { application } = await apply(me.person, freshRequest());
      const body = { request: freshRequest(), version: 1, moving: { move: 'return', why: '请补充盖章证明' } } as const;
      await moveSubsidy(deps())(CHECKER, { ...at({ person: me.person, application }), body });
      const answers = { received: 12_300, appraised: true };
      const again = { request: freshRequest(), version: 2, moving: { move: 'resubmit', answers } } as const;
      await moveOwnSubsidy(deps())(actorOf(me.person), { ...at({ person: me.person, application }), body: again });
      cuts.plan(request);
      const wasCut = await remove(me).then(
        () => false,
        () => true,
      );
      cuts.plan(0);
      if (wasCut) await remove(me);
      expect(await standing([me.person])).toEqual([['withdrawn apply return resubmit withdraw']]);
      const left = (await dumped(town.world)).split('\n').filter((item) => item.includes(me.person));
      expect(left.join('\n')).not.toMatch(/请补充盖章证明|12300|appraised|socialWorkMonths/);
      if (!wasCut) break;
    }
  }, 60_000);

  it('is nobody’s to apply for, and somebody who has applied claims no record', async () => {
    town = await openSubsidies();
    const me = await town.worker();
    await remove(me);
    await expect(apply(me.person, freshRequest())).rejects.toMatchObject({ code: 'refused' });
    const [stranger, { person: record }] = [await town.world.signIn(), await town.worker()];
    const store = deps().store.subsidies;
    const { person } = await town.worker();
    await apply(person, freshRequest());
    const [own] = await store.ofPerson(person);
    if (own === undefined) throw new Error('nothing was applied for');
    const request = { person: stranger.person, id: freshRequest(), bodyHash: '', outcome: '', at: own.at };
    await store.add({ ...own, person: stranger.person }, { guard: 0, request, lines: [] });
    const { code } = await offerClaim(deps())(OPERATOR, { ...at({ person: record }), body: {} });
    const claim = { params: undefined, query: undefined, body: { code } };
    await expect(acceptClaim(deps())(actorOf(stranger.person), claim, stranger.token)).rejects.toMatchObject({
      more: { reason: 'has-own-record' },
    });
  });
});
