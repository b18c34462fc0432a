// Reports under faults and ends of processes: each step is taken once, the two signatures are of two people over the same bytes, and making again in slices
// comes to what was made at once.
import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { makeFigures } from '../../../functions/app/bureau-report-making.ts';
import { moveReport } from '../../../functions/app/bureau-report-moves.ts';
import { beginReport } from '../../../functions/app/bureau-reports.ts';
import type { BureauDeps } from '../../../functions/app/deps.ts';
import { type Actor, actorOn } from '../../../functions/domain/access/can.ts';
import { freshRequest } from '../../support/courses.ts';
import { FAULTS_MS, Killed, killAt, SOAK, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { type Bureau, openBureau, SELECTION } from '../../support/reports.ts';

const [SEEDS, REPORTS] = SOAK ? [40, 12] : [2, 3];

const manager = (person: string): Actor =>
  actorOn(person, [{ unit: '21', role: 'bureau-manager', from: '2020-01-01', by: 'x' }], '2026-03-01');
const [FIRST, SECOND] = [manager('first-of-tests'), manager('second-of-tests')];

let bureau: Bureau;
afterEach(() => bureau.close());

async function open(): Promise<void> {
  bureau = await openBureau();
  await bureau.serve('31', 40);
  await bureau.serve('311', 7);
  await bureau.count();
  bureau.world.clock.now = '2026-03-03T02:00:00.000Z';
}

/** What somebody wishes of one report, each wish with its id: as a page asks it, and asks it again when no answer came. */
interface Wishes {
  months: { year: number; from: number; to: number };
  ids: string[];
}

/** Of other months for each number from 1. */
const wishes = (n: number): Wishes => ({
  months: { year: 2025 - Math.floor((n - 1) / 12), from: 1, to: ((n - 1) % 12) + 1 },
  ids: Array.from({ length: 4 }, () => freshRequest()),
});

/** From the draft to the second signature; on the way each wish is asked `times` times. */
async function whole(deps: BureauDeps, { months, ids }: Wishes, times: number): Promise<string> {
  const [begun, made, signed, second] = ids as [string, string, string, string];
  const often = async <A>(ask: () => Promise<A>): Promise<A> => {
    for (let i = 1; i < times; i += 1) await untilAnswered(ask);
    return untilAnswered(ask);
  };
  const chosen = { ...SELECTION, indicators: [...SELECTION.indicators] };
  const body = { request: begun, template: 'own' as const, months, ...chosen };
  const { report, version } = await often(() =>
    beginReport(deps)(FIRST, { params: { unit: '21' }, query: undefined, body }),
  );
  const params = { unit: '21', edition: report };
  const figures = await often(() =>
    makeFigures(deps)(FIRST, {
      params,
      query: undefined,
      body: { request: made, version, cutOff: '2026-03-03T01:50:00.000Z' },
    }),
  );
  if (!figures.done) throw new Error('a small report is made at once');
  const sign = (actor: Actor, move: 'sign' | 'countersign', at: { request: string; version: number }) =>
    often(() =>
      moveReport(deps)(actor, { params, query: undefined, body: { ...at, moving: { move, hash: figures.hash } } }),
    );
  const once = await sign(FIRST, 'sign', { request: signed, version: figures.version });
  await sign(SECOND, 'countersign', { request: second, version: once.version });
  return report;
}

async function expectWhole(id: string, hint: string): Promise<void> {
  const { store } = bureau.world.deps;
  const report = await store.bureauReports.get('21', id);
  expect(
    report?.steps.map(({ move, by }) => [move, by]),
    hint,
  ).toEqual([
    ['begin', 'first-of-tests'],
    ['make', 'first-of-tests'],
    ['sign', 'first-of-tests'],
    ['countersign', 'second-of-tests'],
  ]);
  expect([report?.state, report?.version], hint).toEqual(['frozen', 4]);
  const text = (await store.bureauReports.text('21', report?.made?.hash ?? '')) ?? '';
  expect(createHash('sha256').update(text).digest('hex'), hint).toBe(report?.made?.hash);
  const { lines } = await store.audit.list('21', { limit: 1_000 });
  const acts = lines.filter(({ thing }) => thing.id === `21.${id}`).map(({ action }) => action);
  expect(acts, hint).toEqual(['countersignReport', 'signReport', 'makeFigures', 'beginReport']);
}

it(
  `are frozen once, with faults on (${SEEDS} seeds of ${REPORTS})`,
  async () => {
    for (const seed of seedsOf(SEEDS)) {
      await open();
      const faults = withFaults(bureau.world.test.table, seed);
      const ids: string[] = [];
      for (let n = 1; n <= REPORTS; n += 1) ids.push(await whole(bureau.world.deps, wishes(n), 2));
      faults.stop();
      for (const id of ids) await expectWhole(id, `seed ${seed}`);
      expect(Object.values(faults.happened).some((count) => count > 0)).toBe(true);
      if (seed !== seedsOf(SEEDS).at(-1)) await bureau.close();
    }
  },
  FAULTS_MS,
);

it(
  'are what a clean run leaves when it is killed at any of its waits and asked again',
  async () => {
    await open();
    const { table } = bureau.world.test;
    const clean = killAt(table, Number.POSITIVE_INFINITY);
    await whole(bureau.world.deps, wishes(240), 1);
    clean.stop();
    const step = SOAK ? 1 : Math.ceil(clean.waits() / 11);
    for (let n = 1; n <= clean.waits(); n += step) {
      const wish = wishes(n);
      const kill = killAt(table, n);
      await expect(whole(bureau.world.deps, wish, 1), `killed at wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      await expectWhole(await whole(bureau.world.deps, wish, 1), `killed at wait ${n}`);
    }
  },
  FAULTS_MS,
);
