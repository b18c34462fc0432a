// The time of an attempt is the server's: whatever the device's clocks say, and whether or not there is a network when it is over.
import { describe, expect, it } from 'vitest';
import { after } from './server.ts';
import { makeExamWorld } from './world.ts';

const MINUTE = 60_000;

async function start(mode?: 'relaxed') {
  const world = makeExamWorld(mode);
  const browser = world.browser('one');
  const tab = await browser.tab();
  await world.settled();
  return { world, server: world.server, browser, tab, exam: tab.exam };
}

const picks = (server: { answers: Map<number, { picked: readonly string[] }> }) =>
  Object.fromEntries([...server.answers].map(([n, { picked }]) => [n, picked.join('')]));

describe('the time', () => {
  it('has no part in the device’s wall clock, set by a day in either direction', async () => {
    for (const day of [-86_400_000, 86_400_000]) {
      const { world, exam, browser } = await start();
      await world.pass(MINUTE);
      browser.skewMs = day;
      await world.pass(MINUTE);
      expect(Math.abs(exam.remainingMs() - 28 * MINUTE)).toBeLessThanOrEqual(1_000);
      expect(exam.phase).toBe('writing');
      exam.pick(1, ['A']);
      await world.pass(2_000);
      expect(exam.book.changes.size).toBe(0);
    }
  });

  it('goes on while the machine sleeps, also before the server is heard', async () => {
    const { world, server, exam, browser } = await start();
    server.isDown = true;
    browser.sleptMs += 10 * MINUTE;
    world.sleep(10 * MINUTE);
    expect(Math.abs(exam.remainingMs() - 20 * MINUTE)).toBeLessThanOrEqual(1_000);
    expect(exam.isClockDoubtful).toBe(true);
    server.isDown = false;
    await world.pass(10_000);
    expect(exam.isClockDoubtful).toBe(false);
  });

  it('that is over hands in what is unsent, once', async () => {
    const { world, server, exam } = await start();
    await world.pass(30 * MINUTE - 300);
    exam.pick(4, ['D']);
    await world.pass(5_000);
    expect(server.attempt).toMatchObject({ state: 'submitted', endedAt: server.attempt.deadline });
    expect(picks(server)).toEqual({ 4: 'D' });
    expect(exam.phase).toBe('over');
    expect(exam.book.sheet.late).toEqual([]);
  });

  it('that is over without a network keeps what was given, and delivers it within the grace', async () => {
    const { world, server, exam } = await start();
    server.isDown = true;
    exam.pick(4, ['D']);
    await world.pass(30 * MINUTE + 60_000);
    expect(exam.phase).toBe('handing-in');
    exam.pick(5, ['A']);
    expect(exam.book.at(5).picked).toEqual([]);
    server.isDown = false;
    await world.pass(10_000);
    expect(exam.phase).toBe('over');
    expect(picks(server)).toEqual({ 4: 'D' });
  });

  it('that is long over tells which answers came too late', async () => {
    const { world, server, exam } = await start();
    server.isDown = true;
    exam.pick(4, ['D']);
    await world.pass(33 * MINUTE);
    server.isDown = false;
    await world.pass(10_000);
    expect(server.attempt.state).toBe('expired');
    expect(exam.phase).toBe('over');
    expect(exam.book.sheet.late).toEqual([{ n: 4, part: '', reason: 'received-after-grace' }]);
  });

  it('grows when somebody is given more, also at the very end', async () => {
    const { world, server, exam } = await start();
    await world.pass(29 * MINUTE);
    server.attempt = { ...server.attempt, deadline: after(server.attempt.deadline, 10 * MINUTE) };
    await world.pass(2 * MINUTE);
    expect(exam.phase).toBe('writing');
    expect(exam.remainingMs()).toBe(9 * MINUTE);
  });
});

describe('a relaxed attempt', () => {
  it('rests without losing time, and is handed in when its person says so', async () => {
    const { world, server, exam } = await start('relaxed');
    await world.pass(MINUTE);
    await exam.move('pause');
    await world.pass(10 * MINUTE);
    expect(exam.phase).toBe('paused');
    exam.pick(1, ['A']);
    await exam.move('resume');
    expect(Math.round(exam.remainingMs() / MINUTE)).toBe(29);
    exam.pick(1, ['B']);
    exam.handIn();
    await world.pass(2_000);
    expect(server.attempt.state).toBe('submitted');
    expect(picks(server)).toEqual({ 1: 'B' });
  });
});
