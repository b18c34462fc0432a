// Goals R2 and R3 for a station's work: what is written down, corrected, said and moved on is there once, with all its history, whatever is lost on
// the way and wherever a process ends.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveAppraisal } from '../../../functions/app/appraisal-moves.ts';
import { importWork } from '../../../functions/app/work-import.ts';
import { readWork } from '../../../functions/app/work-reading.ts';
import { addWork, changeWork, sayCoverage } from '../../../functions/app/work-writing.ts';
import type { Actor } from '../../../functions/domain/access/can.ts';
import { recordOf } from '../../../functions/domain/activities/record.ts';
import { opened } from '../../../functions/domain/appraisal/appraisal.ts';
import { indicatorsOf, type Template } from '../../../functions/domain/appraisal/template.ts';
import { freshRequest } from '../../support/courses.ts';
import { FAULTS_MS, Killed, killAt, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { activity, coverage } from '../../support/station.ts';
import { settle, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

const SOAK = process.env.SOAK === '1';
const [SEEDS, RECORDS] = SOAK ? [40, 20] : [2, 4];
const UNITS = ['31', '311', '312', '21', '211'] as const;

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
}, 60_000);
afterAll(() => world.test.close());

const liaisonOf = (unit: string): Actor => ({
  ...{ kind: 'person', person: workerId(unit) },
  grants: [{ unit, role: 'liaison', from: '2020-01-01', by: 'x' }],
});

const to = (unit: string) => ({ params: { unit }, query: undefined });

const add = (unit: string, title: string, request: string) =>
  addWork(world.deps)(liaisonOf(unit), { ...to(unit), body: { request, work: { ...activity, title } } });

function correct(unit: string, record: string, request: string) {
  const change = { kind: 'correct' as const, work: { ...activity, title: '更正后', served: 64 } };
  const body = { request, year: '2026', version: 1, why: '补登', change };
  return changeWork(world.deps)(liaisonOf(unit), { params: { unit, record }, query: undefined, body });
}

async function recordsOf(unit: string) {
  const input = { params: { unit }, query: { year: '2026' }, body: undefined };
  return (await readWork(world.deps)(liaisonOf(unit), input)).records;
}

it(
  `keeps every record once, corrected once, with faults on (${SEEDS} seeds of ${RECORDS})`,
  async () => {
    for (const [i, seed] of seedsOf(SEEDS).entries()) {
      const unit = UNITS[i % UNITS.length] ?? '31';
      const before = (await recordsOf(unit)).length;
      const faults = withFaults(world.test.table, seed);
      for (let n = 0; n < RECORDS; n += 1) {
        const [written, changed] = [freshRequest(), freshRequest()];
        const title = `活动 ${seed}-${n}`;
        const { record } = await untilAnswered(() => add(unit, title, written));
        expect((await untilAnswered(() => add(unit, title, written))).record).toBe(record);
        for (let times = 0; times < 2; times += 1) await untilAnswered(() => correct(unit, record, changed));
      }
      faults.stop();
      const after = await recordsOf(unit);
      expect(after, `seed ${seed}`).toHaveLength(before + RECORDS);
      const changed = after.filter(({ work }) => work.type === 'activity' && work.title === '更正后');
      expect(changed.every(({ version, past }) => version === 2 && past.length === 1)).toBe(true);
      expect(Object.values(faults.happened).some((count) => count > 0)).toBe(true);
    }
  },
  FAULTS_MS,
);

interface Write {
  /** What must be there before. */
  before?(n: number): Promise<unknown>;
  act(n: number, request: string): Promise<unknown>;
  /** What it leaves, as it would of any `n`. */
  left(n: number): Promise<unknown>;
}

const titled = async (title: string) =>
  (await recordsOf('31')).filter(({ work }) => work.type === 'activity' && work.title.startsWith(title));

/** Each write of the room, of something else for each `n`. */
const writes: Record<string, Write> = {
  adding: {
    act: (n, request) => add('31', `第 ${n} 场`, request),
    left: async (n) => (await titled(`第 ${n} 场`)).map(({ version, past }) => [version, past.length]),
  },
  correcting: {
    before: (n) => world.deps.store.workRecords.put([recordOf(activity, recordFor(n))], { lines: [] }),
    act: (n, request) => correct('31', recordFor(n).id, request),
    left: async (n) => {
      const found = await world.deps.store.workRecords.get('31', { year: '2026', id: recordFor(n).id });
      return [found?.version, found?.work, found?.why, found?.past.length];
    },
  },
  'saying what is served': {
    act: async (n, request) => {
      const { version } = await world.deps.store.workRecords.coverage('31');
      asked ??= version;
      const body = { request, version: asked, month: monthFor(n), coverage };
      return sayCoverage(world.deps)(liaisonOf('31'), { ...to('31'), body });
    },
    left: async (n) => {
      const { months } = await world.deps.store.workRecords.coverage('31');
      return [months[monthFor(n)]?.coverage, months[monthFor(n)]?.past];
    },
  },
  'importing a list': {
    act: async (n) => {
      const { type: _, ...row } = activity;
      const rows = [2, 3, 4].map((line) => ({ ...row, line, title: `清单 ${n} 之 ${line}` }));
      const { lines } = await importWork(world.deps)(liaisonOf('31'), { ...to('31'), body: { dry: false, rows } });
      return lines.length;
    },
    left: async (n) => (await titled(`清单 ${n} 之 `)).length,
  },
  'scoring an appraisal': {
    before: (n) => world.deps.store.appraisals.put(appraisalFor(n), { lines: [] }),
    act: (n, request) => {
      const scores = Object.fromEntries(indicatorsOf(template()).map(({ id, most }) => [id, most]));
      const body = { request, version: 1, moving: { move: 'score' as const, scores, note: '自评' } };
      const params = { unit: '31', appraisal: appraisalFor(n).id };
      return moveAppraisal(world.deps)(liaisonOf('31'), { params, query: undefined, body });
    },
    left: async (n) => {
      const { id, term } = appraisalFor(n);
      const found = await world.deps.store.appraisals.get('31', { year: term.year, id });
      return [found?.version, found?.state, found?.self, found?.steps.map(({ move }) => move)];
    },
  },
};

/** The version of the coverage that a page has read before it sends, and sends again. */
let asked: number | undefined;

const made = () => ({ at: world.clock.now, by: workerId('31') });
const recordFor = (n: number) => ({ unit: '31', id: `corrected-${n}`, ...made() });
const monthFor = (n: number) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

function template(): Template {
  const found = world.deps.templates.find(({ id }) => id === 'quarter');
  if (found === undefined) throw new Error('there is no template');
  return found;
}

function appraisalFor(n: number) {
  const term = { year: String(2030 + Math.floor(n / 4)), quarter: (n % 4) + 1 };
  return opened({ unit: '31', bureau: '21', due: '2026-03-31', term, template: template(), ...made() });
}

it.each(Object.keys(writes))(
  '%s, cut off anywhere and sent again, leaves what a clean run leaves',
  async (name) => {
    const { before, act, left } = writes[name] as Write;
    await before?.(0);
    asked = undefined;
    const clean = killAt(world.test.table, Number.POSITIVE_INFINITY);
    await act(0, freshRequest());
    clean.stop();
    const expected = await left(0);
    expect(clean.waits()).toBeGreaterThan(3);
    for (let n = 1; n <= clean.waits(); n += 1) {
      await before?.(n);
      asked = undefined;
      const request = freshRequest();
      const kill = killAt(world.test.table, n);
      await expect(act(n, request), `wait ${n}`).rejects.toThrow(Killed);
      kill.stop();
      await act(n, request);
      expect(await left(n), `after wait ${n}`).toEqual(expected);
    }
  },
  FAULTS_MS,
);
