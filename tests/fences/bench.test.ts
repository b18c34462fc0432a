// The bench's own tools: a table that says what was missed, and a counter that misses no request. What it measures is its own affair.
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byType, type Counter, startCounter } from '../bench/counter.ts';
import { isMet, type Row, takeAll } from '../bench/measure.ts';
import { tableLines } from '../bench/table.ts';
import { median } from '../bench/yardstick.ts';

const row: Row = { goal: 'P1', what: 'a page', figure: 35_930, unit: 'bytes', limit: { most: 45_000 } };

describe('a row', () => {
  it.each([
    [{ most: 35_930 }, true],
    [{ most: 35_929 }, false],
    [{ least: 35_930 }, true],
    [{ least: 35_931 }, false],
  ])('within %o is met: %s', (limit, met) => {
    expect(isMet({ ...row, limit })).toBe(met);
  });

  it('without a goal is neither met nor missed', () => {
    const { limit: _, ...free } = row;
    expect(isMet(free)).toBeUndefined();
  });
});

describe('the table', () => {
  const missed: Row = {
    goal: 'P5',
    what: 'first answer',
    figure: 171.6,
    unit: 'ms',
    limit: { most: 150 },
    yardsticks: 9.5333,
  };
  const free: Row = { goal: '–', what: 'price', figure: 0.0275, unit: 'USD', note: 'list price' };
  const lines = tableLines({ rows: [row, missed, free], failures: [{ measure: 'visits', why: 'no browser' }] });

  it('says of each row what it is, what is allowed, and whether that is met', () => {
    expect(lines.slice(2, 5).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['P1', 'a page', '35,930 bytes', '≤ 45,000', 'met'],
      ['P5', 'first answer', '172 ms', '≤ 150', 'MISSED', '9.53'],
      ['–', 'price', '0.0275 USD', 'list price'],
    ]);
  });

  it('stands in columns', () => {
    const ends = [2, 3]
      .map((i) => /bytes|ms/.exec(lines[i] ?? ''))
      .map((match) => (match?.index ?? 0) + (match?.[0].length ?? 0));
    expect(new Set(ends).size).toBe(1);
  });

  it('ends with what was not taken and how many goals are met', () => {
    expect(lines.slice(-2)).toEqual(['NOT TAKEN  visits: no browser', "1 of 2 goals' rows met, 1 missed"]);
  });
});

describe('taking measures', () => {
  it('goes on after one that breaks, and keeps its reason on one line', async () => {
    const broken = { name: 'broken', take: () => Promise.reject(new Error('no engine\n  \u001b[2mat all\u001b[22m')) };
    const taken = await takeAll([broken, { name: 'whole', take: async () => [row] }], () => undefined);
    expect(taken).toEqual({ rows: [row], failures: [{ measure: 'broken', why: 'no engine at all' }] });
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('takes the median of %o', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});

describe('the request counter', () => {
  let product: Server;
  let counter: Counter;

  beforeEach(async () => {
    product = createServer((asked, answer) => answer.writeHead(asked.headers.host === host() ? 200 : 421).end('12345'));
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    counter = await startCounter(`http://${host()}`);
  });
  afterEach(async () => {
    await counter.close();
    product.closeAllConnections();
    await new Promise((resolve) => product.close(resolve));
  });

  function host(): string {
    return `127.0.0.1:${(product.address() as { port: number }).port}`;
  }

  async function ask(path: string, headers: Record<string, string>): Promise<number> {
    const answer = await fetch(`${counter.origin}${path}`, { headers });
    await answer.text();
    return answer.status;
  }

  it('hands each request on and counts it by type, the worker’s apart', async () => {
    expect(await ask('/', { 'sec-fetch-dest': 'document' })).toBe(200);
    await ask('/a.js', { 'sec-fetch-dest': 'script', referer: `${counter.origin}/` });
    await ask('/b.js', { 'sec-fetch-dest': 'script' });
    await ask('/sw.js', { 'sec-fetch-dest': 'serviceworker' });
    await ask('/a.js', { 'sec-fetch-dest': 'empty', referer: `${counter.origin}/sw.js` });
    const taken = counter.taken();
    expect(taken.map(({ byWorker }) => byWorker)).toEqual([false, false, false, true, true]);
    expect(taken.every(({ bytes }) => bytes === 5)).toBe(true);
    expect(byType(taken)).toBe('document 1, script 2, serviceworker 1, empty 1');
    expect(counter.taken()).toEqual([]);
  });

  it('counts what is asked while the line is cut, and answers nothing', async () => {
    counter.cut();
    await expect(ask('/', { 'sec-fetch-dest': 'document' })).rejects.toThrow('fetch failed');
    expect(counter.taken()).toMatchObject([{ path: '/', type: 'document', bytes: 0 }]);
  });
});
