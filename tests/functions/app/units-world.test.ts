// What a change is judged on is read from the real engine, and the domain's own verdict says whether it was enough.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeUnit } from '../../../functions/app/units.ts';
import { gatherFor } from '../../../functions/app/units-world.ts';
import { type Change, change } from '../../../functions/domain/units/changes.ts';
import { OPENED, OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

const MOVED = '2024-01-01';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  // Since then '31' lies below another county; before, it lay below '21'.
  const body = { kind: 'move', parent: '211', day: MOVED, why: '区划调整', version: 1 } as const;
  await changeUnit(world.deps)(OPERATOR, { params: { unit: '31' }, query: undefined, body });
  const rest = { kind: 'move', parent: '211', day: MOVED, why: '区划调整', version: 1 } as const;
  await changeUnit(world.deps)(OPERATOR, { params: { unit: '311' }, query: undefined, body: rest });
}, 60_000);
afterAll(() => world.test.close());

async function verdict(wanted: Change, day: string): Promise<string> {
  const { world: part } = await gatherFor(world.deps, wanted, day);
  const outcome = change(part, wanted, day);
  return outcome.ok ? 'done' : outcome.reason;
}

describe('a life put right', () => {
  it('is judged with the children of past days, too', async () => {
    const later: Change = { kind: 'rectify', unit: '21', field: 'opened', right: '2021-01-01' };
    expect(await verdict(later, OPENED)).toBe('parent-not-open');
    const earlier: Change = { kind: 'rectify', unit: '21', field: 'opened', right: '2019-12-31' };
    expect(await verdict(earlier, OPENED)).toBe('parent-not-open');
  });

  it('needs none of them where nobody ever lay below', async () => {
    const later: Change = { kind: 'rectify', unit: '312', field: 'opened', right: '2021-01-01' };
    expect(await verdict(later, OPENED)).toBe('done');
  });
});

describe('a wrong parent put right', () => {
  it('is judged with the parent that is right', async () => {
    const right = { from: MOVED, value: '2110' };
    expect(await verdict({ kind: 'rectify', unit: '31', field: 'parent', right }, MOVED)).toBe('done');
  });
});

it('a unit that ends is judged with its children from that day on alone', async () => {
  const close: Change = { kind: 'close', unit: '21', hasMembers: false };
  expect(await verdict(close, '2023-01-01')).toBe('open-children');
  expect(await verdict(close, '2025-01-01')).toBe('done');
});
