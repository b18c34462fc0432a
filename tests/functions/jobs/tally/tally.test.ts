// The reader of the stream on the engine's own stream: what it counts is what a count by hand says, once.

import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ItemSums } from '../../../../functions/domain/statistics/counted.ts';
import { recount } from '../../../../functions/jobs/tally/recount.ts';
import { again, handle, tally } from '../../../../functions/jobs/tally/tally.ts';
import { mockKeys } from '../../../../functions/store/mock-keys.ts';
import { type Report, reports } from '../../../../functions/store/reports.ts';
import { makeExaminerStore, makeTallyStore } from '../../../../functions/store/store.ts';
import { seeded } from '../../../support/faults.ts';
import { byHand, drawnResult, inTable, openTallyWorld, regradedAt, type TallyWorld } from './world.ts';

let world: TallyWorld;
let subject: string;
let subjects = 0;
const MONTHS = ['2026-03'];

beforeAll(async () => {
  world = await openTallyWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  subjects += 1;
  subject = `subject-${subjects}`;
  world.log.length = 0;
});

const draw = seeded(1);
const drawn = (i: number, change = {}) => drawnResult(1000 * subjects + i, draw, { subject, ...change });
const DONE = { batchItemFailures: [] };

describe('a batch of the stream', () => {
  it('is counted, in the subject and in the set paper', async () => {
    const results = [drawn(1), drawn(2, { paper: 'p1' }), drawn(3, { form: 'short' })];
    await world.write(...results);
    expect(await tally(world.deps)(await world.records())).toEqual(DONE);
    expect(await inTable(world, [subject, 'paper:p1'])).toEqual(byHand(results));
    expect(Object.keys(byHand(results))).toHaveLength(16);
  });

  it('that comes again, in parts and in another order, counts nothing again', async () => {
    const first = [1, 2, 3, 4, 5].map((i) => drawn(i));
    const then = first.map((one) => regradedAt(one, draw));
    await world.write(...first, ...then);
    const records = await world.records();
    for (const part of [records, records.slice(2, 4), records.toReversed(), records.slice(0, 1), records]) {
      expect(await tally(world.deps)(part)).toEqual(DONE);
    }
    expect(await inTable(world, [subject])).toEqual(byHand(then));
  });

  it('of more than one transaction holds is counted whole', async () => {
    const results = Array.from({ length: 130 }, (_, i) => drawn(i));
    await world.write(...results);
    await tally(world.deps)(await world.records());
    expect(await inTable(world, [subject])).toEqual(byHand(results));
  });

  it('of nothing that is counted writes nothing', async () => {
    expect(await tally(world.deps)([])).toEqual(DONE);
    const Keys = { PK: { S: 'COURSE#one' }, SK: { S: 'COURSE' } };
    expect(await tally(world.deps)([{ eventName: 'INSERT', dynamodb: { Keys, NewImage: Keys } }])).toEqual(DONE);
    expect(await inTable(world, [subject])).toEqual({});
  });
});

describe('a result', () => {
  it.each([
    ['that was voided', { state: 'voided' as const }],
    ['that was graded anew', {}],
  ])('%s is taken out as it was counted', async (_, change) => {
    const [kept, moved] = [drawn(1), drawn(2)];
    await world.write(kept, moved);
    await tally(world.deps)(await world.records());
    const after = { ...regradedAt(moved, draw), ...change };
    await world.write(after);
    await tally(world.deps)(await world.records());
    expect(await inTable(world, [subject])).toEqual(byHand([kept, after]));
  });

  it('whose change comes before its beginning counts in the later version, and stays so', async () => {
    const before = drawn(1);
    const after = regradedAt(before, draw);
    await world.write(before, after);
    const [first, second] = await world.records();
    for (const record of [second, first]) await tally(world.deps)(record === undefined ? [] : [record]);
    expect(await inTable(world, [subject])).toEqual(byHand([after]));
  });

  it('that is deleted is taken out, and nothing late brings it back', async () => {
    const [kept, gone] = [drawn(1), drawn(2)];
    await world.write(kept, gone);
    const records = await world.records();
    await tally(world.deps)(records);
    const Key = mockKeys.result(gone.person, gone.attempt);
    await world.sound.doc.send(new DeleteCommand({ TableName: world.sound.name, Key }));
    await tally(world.deps)(await world.records());
    await tally(world.deps)(records);
    expect(await inTable(world, [subject])).toEqual(byHand([kept]));
    const { found } = await world.deps.store.resultsIndex.list(subject, '2026-03', { limit: 9 });
    expect(found.map(({ attempt }) => attempt)).toEqual([kept.attempt]);
  });

  it('is in the list of its subject and month, counted or not, by the order of ends', async () => {
    const results = [drawn(5), drawn(3, { offline: true }), drawn(4, { endedAt: '2026-03-31T16:00:00.000Z' })];
    await world.write(...results);
    await tally(world.deps)(await world.records());
    const list = (month: string) => world.deps.store.resultsIndex.list(subject, month, { limit: 9 });
    const march = (await list('2026-03')).found;
    expect(march.map(({ attempt, offline, receipt }) => [attempt, offline, receipt.text === undefined])).toEqual([
      [results[1]?.attempt, true, true],
      [results[0]?.attempt, false, false],
    ]);
    // Midnight in China.
    expect((await list('2026-04')).found.map(({ attempt }) => attempt)).toEqual([results[2]?.attempt]);
  });
});

describe('a record that cannot be read', () => {
  const spoil = (one: { person: string; attempt: string }, lines: unknown) =>
    world.sound.doc.send(
      new UpdateCommand({
        TableName: world.sound.name,
        Key: mockKeys.result(one.person, one.attempt),
        UpdateExpression: 'SET #lines = :lines',
        ExpressionAttributeNames: { '#lines': 'lines' },
        ExpressionAttributeValues: { ':lines': lines },
      }),
    );

  it('is reported by its number, named in the log, and stops no other; mended and asked for again, it counts', async () => {
    const [before, poison, after] = [drawn(1), drawn(2), drawn(3)];
    await world.write(before, poison);
    const whole = await world.records();
    const held = whole[1]?.dynamodb as unknown as { NewImage: { lines: { S: string } } };
    await spoil(poison, 'no lines');
    await world.write(after);
    const records = [...whole.slice(0, 1), ...(await world.records())];
    const { SequenceNumber: itemIdentifier } = records[1]?.dynamodb ?? {};
    expect(await tally(world.deps)(records)).toEqual({ batchItemFailures: [{ itemIdentifier }] });
    expect(world.log.map((text) => JSON.parse(text))).toMatchObject([
      { level: 'error', fault: 'CorruptItem', key: { SK: { S: `${poison.attempt}#RESULT` } } },
    ]);
    expect(await inTable(world, [subject])).toEqual(byHand([before, after]));
    await spoil(poison, held.NewImage.lines.S);
    const key = mockKeys.result(poison.person, poison.attempt);
    expect(await handle(world.deps)({ again: [key] })).toEqual({ counted: 1 });
    expect(await handle(world.deps)({ again: [key] })).toEqual({ counted: 1 });
    expect(await inTable(world, [subject])).toEqual(byHand([before, poison, after]));
    expect((await recount(world.deps)(subject, MONTHS)).drift).toEqual([]);
  });

  it('is no item that nobody counts, or that is not there', async () => {
    const keys = [mockKeys.attempt('nobody', 'none'), mockKeys.result('nobody', 'none')];
    expect(await again(world.deps)(keys)).toBe(0);
  });
});

describe('a report of a question', () => {
  const report = (id: string) => ({
    ...{ id, question: `jc04-${subjects}`, version: 1, person: 'person-1', reason: 'wrong-key', text: '答案有误' },
    ...{ at: '2026-03-01T03:00:00.000Z', receivedAt: '2026-03-01T03:00:00.000Z' },
  });

  it('goes into the queue once, however often it comes', async () => {
    const one = report('r1') as Report;
    await reports(world.sound).put(one);
    const records = await world.records('QUESTION#');
    expect(records.length).toBeGreaterThan(0);
    for (let times = 0; times < 3; times += 1) await tally(world.deps)(records);
    const { reportDecisions } = makeExaminerStore(world.sound);
    const { found } = await reportDecisions.list('new', { limit: 99 });
    expect(found.filter(({ queued: { question } }) => question === one.question)).toHaveLength(1);
    const counts = await reportDecisions.counts(one.question, one.question);
    expect(counts.get(one.question)?.all).toBe(1);
  });
});

describe('a recount', () => {
  it('of what was counted finds nothing', async () => {
    await world.write(...Array.from({ length: 30 }, (_, i) => drawn(i, i % 3 === 0 ? { paper: 'p2' } : {})));
    await tally(world.deps)(await world.records());
    expect(await recount(world.deps)(subject, MONTHS)).toEqual({ results: 30, behind: [], drift: [] });
  });

  it('finds each drift that was planted, and no other', async () => {
    const results = [drawn(1), drawn(2)];
    await world.write(...results);
    await tally(world.deps)(await world.records());
    const [first] = await makeTallyStore(world.sound).statistics.ofScope(subject);
    const { question, version, form, sums } = first as ItemSums;
    const plant = new UpdateCommand({
      TableName: world.sound.name,
      Key: mockKeys.statistics(subject, { question, version, form }),
      UpdateExpression: 'ADD #x :one, #o :two',
      ExpressionAttributeNames: { '#x': 'x', '#o': 'o:E' },
      ExpressionAttributeValues: { ':one': 1, ':two': 2 },
    });
    await world.sound.doc.send(plant);
    const item = { scope: subject, question, version, form };
    const { drift } = await recount(world.deps)(subject, MONTHS);
    expect(drift).toHaveLength(2);
    expect(drift).toEqual(
      expect.arrayContaining([
        { ...item, name: 'x', counted: (sums.x ?? 0) + 1, facts: sums.x ?? 0 },
        { ...item, name: 'o:E', counted: 2, facts: 0 },
      ]),
    );
  });

  it('names results whose change has not been counted yet, and takes it for no drift', async () => {
    const before = drawn(1);
    await world.write(before);
    await tally(world.deps)(await world.records());
    await world.write(regradedAt(before, draw));
    const { person, attempt } = before;
    expect(await recount(world.deps)(subject, MONTHS)).toEqual({
      results: 1,
      behind: [{ person, attempt }],
      drift: [],
    });
    await tally(world.deps)(await world.records());
    expect(await recount(world.deps)(subject, MONTHS)).toEqual({ results: 1, behind: [], drift: [] });
  });
});
