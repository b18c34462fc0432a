import { describe, expect, it } from 'vitest';
import { inParallel } from '../../../functions/app/in-parallel.ts';

describe('work in parallel', () => {
  it('is done for each once, and never for more at once than allowed', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inParallel(3, [1, 2, 3, 4, 5, 6, 7], async (n) => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < n % 3; turn += 1) await Promise.resolve();
      running -= 1;
      done.push(n);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('throws what the first throws, and begins nothing after it', async () => {
    const begun: number[] = [];
    const work = inParallel(2, [1, 2, 3, 4, 5], async (n) => {
      begun.push(n);
      if (n === 2) throw new Error('no more');
      await Promise.resolve();
      await Promise.resolve();
    });
    await expect(work).rejects.toThrow('no more');
    expect(begun).toEqual([1, 2]);
  });

  it('throws only when what was under way has ended, well or badly', async () => {
    const ended: number[] = [];
    const work = inParallel(3, [1, 2, 3], async (n) => {
      for (let turn = 0; turn < n * 3; turn += 1) await Promise.resolve();
      ended.push(n);
      if (n < 3) throw new Error(`failed ${n}`);
    });
    await expect(work).rejects.toThrow('failed 1');
    expect(ended).toEqual([1, 2, 3]);
  });

  it('with nothing to do is done', async () => {
    await inParallel(2, [], () => Promise.reject(new Error('never')));
  });
});
