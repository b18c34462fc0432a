// Taking everything out: the journal in whole, however many pages it has, and nothing in half.
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../functions/domain/practice/journal.ts';
import type { Call } from '../../../../site/src/api/client.ts';
import { takeOut } from '../../../../site/src/islands/profile/take-out.ts';
import { answered, taken } from './builders.ts';

/** What is asked for besides what a test is about. */
const OTHERS: Record<string, unknown> = {
  exportSelf: taken(),
  exportMock: { attempts: [], more: false },
  listBatches: { batches: [], more: false },
  readExams: { person: 'person-1', entries: [] },
  readOwnSubsidies: { applications: [{ application: 'subsidy-1' }] },
};

const batchOf = (device: string, first: number, minutes: number[]): Batch => ({
  device,
  first,
  entries: minutes.map((minute, i) => {
    const { device: _, seq: __, ...entry } = answered(first + i, minute, device);
    return entry;
  }),
});

/** Answers page by page; `asked` gathers what was told as known. */
function served(pages: { batches: Batch[]; more: boolean }[]) {
  const asked: unknown[] = [];
  const call = (async (name: string, { query }: { query: { known?: string } }) => {
    if (name !== 'listBatches') return OTHERS[name];
    asked.push(query.known);
    return { ...pages.shift(), now: '2026-11-23T01:00:00.000Z' };
  }) as Call;
  return { call, asked };
}

describe('the journal', () => {
  it('is read to its last page, each told what came before, and put in the order of time', async () => {
    const { call, asked } = served([
      { batches: [batchOf('device-one', 1, [1, 5]), batchOf('device-two', 1, [3])], more: true },
      { batches: [batchOf('device-one', 3, [4, 6]), batchOf('device-two', 1, [3])], more: false },
    ]);
    const told: number[] = [];
    const { journal, record } = await takeOut(call, 'person-1', (n) => told.push(n));
    expect(record).toEqual(taken());
    expect(journal.map(({ at }) => at.slice(14, 16))).toEqual(['01', '03', '04', '05', '06']);
    expect(asked).toEqual([undefined, 'device-one.2,device-two.1']);
    expect(told).toEqual([0, 3]);
  });

  it('is not asked for without end by a server that says there is more and sends nothing new', async () => {
    const page = () => ({ batches: [batchOf('device-one', 1, [1])], more: true });
    const { call } = served([page(), page(), page()]);
    await expect(takeOut(call, 'person-1', () => undefined)).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('the mock papers', () => {
  it('are read to their last page', async () => {
    const asked: unknown[] = [];
    const call = (async (name: string, { query }: { query: { before?: string } }) => {
      if (name !== 'exportMock') return OTHERS[name];
      asked.push(query.before);
      const attempts = [{ attempt: { attempt: `attempt-${asked.length}` } }];
      return { attempts, more: asked.length < 3 };
    }) as Call;
    const { mock, exams, subsidies } = await takeOut(call, 'person-1', () => undefined);
    expect(exams).toEqual(OTHERS.readExams);
    expect(subsidies).toEqual([{ application: 'subsidy-1' }]);
    expect(mock.map(({ attempt }) => attempt.attempt)).toEqual(['attempt-1', 'attempt-2', 'attempt-3']);
    expect(asked).toEqual([undefined, 'attempt-1', 'attempt-2']);
  });
});
