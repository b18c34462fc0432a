import { expect, it } from 'vitest';
import { lanes } from '../../../functions/store/lanes.ts';

/** Tasks that end when they are told to, and a record of when they began. */
function tasks() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, task, end: (name: string) => ends.get(name)?.() };
}

it('runs what shares a name one after the other, and the rest side by side', async () => {
  const [inTurn, { begun, task, end }] = [lanes(), tasks()];
  const first = inTurn(['a', 'b'], task('first'));
  const second = inTurn(['b', 'c'], task('second'));
  const third = inTurn(['c', 'a'], task('third'));
  const other = inTurn(['d', 'd'], task('other'));
  end('nobody');
  await expect.poll(() => begun).toEqual(['first', 'other']);
  end('other');
  end('first');
  expect([await other, await first]).toEqual(['other', 'first']);
  await expect.poll(() => begun).toEqual(['first', 'other', 'second']);
  end('second');
  await expect.poll(() => begun).toEqual(['first', 'other', 'second', 'third']);
  end('third');
  expect([await second, await third]).toEqual(['second', 'third']);
});

it('goes on after a task that failed, and tells its own caller alone', async () => {
  const inTurn = lanes();
  const failing = inTurn(['a'], () => Promise.reject(new Error('refused')));
  const next = inTurn(['a'], async () => 'next');
  await expect(failing).rejects.toThrow('refused');
  expect(await next).toBe('next');
});

it('holds up nothing that names nothing', async () => {
  const inTurn = lanes();
  const { task, end } = tasks();
  const waiting = inTurn(['a'], task('waiting'));
  expect(await inTurn([], async () => 'free')).toBe('free');
  end('waiting');
  expect(await waiting).toBe('waiting');
});
