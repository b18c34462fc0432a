// Sitting an attempt: nothing that was given is lost, nothing is counted twice, and the time is the server's.
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from './server.ts';
import { type ExamTab, makeExamWorld } from './world.ts';

const MINUTE = 60_000;

async function start() {
  const world = makeExamWorld();
  const browser = world.browser('one');
  const tab = await browser.tab();
  await world.settled();
  return { world, server: world.server, browser, tab, exam: tab.exam };
}

const picks = (server: { answers: Map<number, { picked: readonly string[] }> }) =>
  Object.fromEntries([...server.answers].map(([n, { picked }]) => [n, picked.join('')]));

describe('a change', () => {
  it('is on its way within a second, together with what came beside it', async () => {
    const { world, server, exam } = await start();
    exam.pick(1, ['A']);
    exam.pick(1, ['B']);
    exam.flag(2, true);
    await world.pass(1_000);
    expect(picks(server)).toEqual({ 1: 'B', 2: '' });
    expect(server.log.filter((line) => line.startsWith('saveAnswers 2'))).toHaveLength(1);
    expect([...exam.book.changes.values()]).toEqual([]);
  });

  it('is dated by the server’s clock, and two of one moment are still in order', async () => {
    const { world, server, exam } = await start();
    await world.pass(5_000);
    exam.pick(1, ['A']);
    exam.pick(2, ['A']);
    await world.pass(1_000);
    expect([...server.answers.values()].map(({ seq }) => seq)).toEqual([5_000, 5_001]);
  });

  it('is sent again until there is an answer, whatever comes instead of one', async () => {
    const { world, server, exam } = await start();
    server.faults = ['none', 'lost-after', 'internal', 'gateway', 'half', 'busy'];
    await world.pass(MINUTE);
    exam.pick(3, ['C']);
    await world.pass(40_000);
    expect(picks(server)).toEqual({ 3: 'C' });
    expect(exam.book.changes.size).toBe(0);
    expect(exam.link).toMatchObject({ state: 'well' });
  });

  it('of 200 that wait without a network arrives within ten seconds of its return', async () => {
    const { world, server, exam } = await start();
    server.isDown = true;
    for (let i = 0; i < 200; i += 1) {
      exam.pick((i % QUESTIONS) + 1, ['ABCD'[i % 4] ?? 'A']);
      await world.pass(100);
    }
    expect(exam.link.state).toBe('later');
    server.isDown = false;
    await world.pass(10_000);
    expect(exam.book.changes.size).toBe(0);
    expect(Object.keys(picks(server))).toHaveLength(QUESTIONS);
  });

  it('that the server will not take is set aside, and the others arrive', async () => {
    const { world, server, exam } = await start();
    const { call } = server;
    server.call = ((name: string, sent: { body: { answers: { n: number }[] } }) => {
      if (sent.body?.answers?.some(({ n }) => n === 2)) server.faults.unshift('invalid_input');
      return (call as unknown as (...args: unknown[]) => Promise<unknown>)(name, sent);
    }) as never;
    for (const n of [1, 2, 3]) exam.pick(n, ['A']);
    await world.pass(30_000);
    expect(picks(server)).toEqual({ 1: 'A', 3: 'A' });
    expect([...exam.book.changes.values()].map(({ n, refused }) => [n, refused])).toEqual([[2, true]]);
  });
});

describe('the plug', () => {
  it('is pulled after five answers: five more wait here, and arrive once when this device is back', async () => {
    const { world, server, browser, tab } = await start();
    const answer = (to: ExamTab, from: number, letter: string) => {
      for (let n = from; n < from + 5; n += 1) to.exam.pick(n, [letter]);
    };
    answer(tab, 1, 'A');
    await world.pass(2_000);
    server.isDown = true;
    answer(tab, 6, 'B');
    await world.pass(3_000);
    tab.kill();

    server.isDown = false;
    const other = await world.browser('two').tab();
    await world.settled();
    expect(other.exam.phase).toBe('other-device');
    await other.exam.takeOver();
    await world.settled();
    expect(other.exam.phase).toBe('writing');
    const shown = (at: ExamTab) =>
      Array.from({ length: 10 }, (_, i) => at.exam.book.at(i + 1).picked.join('') || '-').join('');
    expect(shown(other)).toBe('AAAAA-----');
    other.exam.pick(1, ['D']);
    await world.pass(2_000);

    const back = await browser.tab();
    await world.pass(5_000);
    expect(back.exam.phase).toBe('other-device');
    expect(picks(server)).toEqual({ 1: 'D', 2: 'A', 3: 'A', 4: 'A', 5: 'A', 6: 'B', 7: 'B', 8: 'B', 9: 'B', 10: 'B' });
    expect(Math.abs(back.exam.remainingMs() - other.exam.remainingMs())).toBeLessThanOrEqual(1_000);
    await other.exam.takeOver();
    await world.pass(61_000);
    expect(shown(back)).toBe('DAAAABBBBB');
  });

  it('leaves a page that is opened again without a network with all that was given', async () => {
    const { world, server, browser, tab } = await start();
    server.isDown = true;
    tab.exam.pick(7, ['B']);
    tab.exam.go(6);
    await world.pass(2_000);
    tab.kill();
    const again = await browser.tab();
    await world.settled();
    expect(again.exam.phase).toBe('writing');
    expect(again.exam.book.at(7).picked).toEqual(['B']);
    expect(again.exam.book.sheet.at).toBe(6);
    expect(again.exam.remainingMs()).toBe(30 * MINUTE - 2_000);
  });
});

describe('two tabs of one browser', () => {
  it('are one that writes and one that shows, and what was unsent in the first goes by the second', async () => {
    const { world, server, browser, tab } = await start();
    server.isDown = true;
    tab.exam.pick(1, ['A']);
    await world.pass(1_500);
    const second = await browser.tab();
    server.isDown = false;
    await world.pass(10_000);
    expect([tab.exam.phase, second.exam.phase]).toEqual(['other-tab', 'writing']);
    expect(picks(server)).toEqual({ 1: 'A' });
    second.exam.pick(2, ['C']);
    await world.pass(1_500);
    expect(tab.exam.book.at(2).picked).toEqual(['C']);
    tab.exam.pick(3, ['D']);
    expect(tab.exam.book.at(3).picked).toEqual([]);
    await tab.exam.takeOver();
    expect([tab.exam.phase, second.exam.phase]).toEqual(['writing', 'other-tab']);
  });
});

describe('a session that ends', () => {
  it('keeps everything, says so, and goes on after the next sign-in', async () => {
    const { world, server, browser, tab } = await start();
    server.isSignedIn = false;
    tab.exam.pick(1, ['A']);
    await world.pass(5_000);
    expect(tab.exam.link.state).toBe('signed-out');
    tab.kill();
    server.isSignedIn = true;
    await browser.tab();
    await world.pass(2_000);
    expect(picks(server)).toEqual({ 1: 'A' });
  });
});

describe('the time spent on a question', () => {
  it('goes along, and never wins over an answer that another device gave', async () => {
    const { world, server, tab } = await start();
    tab.exam.pick(1, ['A']);
    await world.pass(10_000);
    const other = await world.browser('two').tab();
    await other.exam.takeOver();
    other.exam.pick(1, ['C']);
    await world.pass(2_000);
    tab.exam.go(1);
    await world.pass(30_000);
    expect(picks(server)).toEqual({ 1: 'C' });
  });

  it('is told after a while, without anybody being told that something waits', async () => {
    const { world, server, exam } = await start();
    await world.pass(12_000);
    exam.go(1);
    await world.pass(20_000);
    expect(server.answers.get(1)).toMatchObject({ spentS: 12, picked: [] });
  });
});

describe('what is written', () => {
  it('goes up when its writer rests, and every fifteen seconds while they write on', async () => {
    const world = makeExamWorld('realistic', true);
    const { exam } = await world.browser('one').tab();
    await world.settled();
    exam.write(1, '1', '先');
    await world.pass(2_500);
    expect(world.server.texts.get('1.1')?.text).toBe('先');
    let text = '先';
    for (let i = 0; i < 16; i += 1) {
      text += '写';
      exam.write(1, '1', text);
      await world.pass(1_000);
    }
    expect(world.server.texts.get('1.1')?.text.length).toBeGreaterThan(10);
    await world.pass(2_500);
    expect(world.server.texts.get('1.1')?.text).toBe(text);
  });
});
