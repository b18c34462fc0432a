import { expect, test } from 'vitest';
import { startTimers } from '../../../functions/local/timers.ts';
import { until } from './scratch.ts';

const quiet = () => undefined;

test('a run begins again and again, one after the other, until it is stopped', async () => {
  let [running, most, runs] = [0, 0, 0];
  const run = async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    runs += 1;
  };
  const stop = startTimers([{ name: 'one', everyMinutes: 1, run }], quiet, 1);
  await until(() => expect(runs).toBeGreaterThan(3));
  await stop();
  const before = runs;
  await until(() => expect(running).toBe(0));
  expect([most, runs]).toEqual([1, before]);
});

test('a run that fails is told by the name of its fault alone, and the next one comes', async () => {
  const warned: string[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    throw new TypeError('ada@mail.example is no address');
  };
  const stop = startTimers([{ name: 'one', everyMinutes: 1, run }], (line) => warned.push(line), 1);
  await until(() => expect(runs).toBeGreaterThan(2));
  await stop();
  expect(new Set(warned)).toEqual(new Set(['one failed: TypeError']));
});

test('stopping waits for the run under way', async () => {
  const gate = Promise.withResolvers<void>();
  let [begun, ended] = [false, false];
  const run = async () => {
    begun = true;
    await gate.promise;
    ended = true;
  };
  const stop = startTimers([{ name: 'one', everyMinutes: 1, run }], quiet, 1);
  await until(() => expect(begun).toBe(true));
  const stopped = stop();
  gate.resolve();
  await stopped;
  expect(ended).toBe(true);
});
