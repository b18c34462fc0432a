// Taking out all that is kept of oneself: the record, the exams and the applications for subsidies whole, the practice journal and the mock papers page by page.
import type { Answer } from '../../../../functions/contract/index.ts';
import { type Batch, type Entry, entriesOf } from '../../../../functions/domain/practice/journal.ts';
import { ApiProblem, type Call } from '../../api/client.ts';
import { knownText } from '../../journal/known.ts';
import type { Taken } from './own.ts';

export interface TakenOut {
  record: Taken;
  /** In the order they were made. */
  journal: Entry[];
  /** Attempts at mock papers, the newest first. */
  mock: Attempts;
  /** Every exam with all that was ever said of it. */
  exams: Answer<'readExams'>;
  /** Every application for a subsidy with its steps. */
  subsidies: Answer<'readOwnSubsidies'>['applications'];
}

type Attempts = Answer<'exportMock'>['attempts'];

/** Reads everything. `tell` hears how many entries of the journal are there. Throws ApiProblem: then nothing is half taken out. */
export async function takeOut(call: Call, person: string, tell: (entries: number) => void): Promise<TakenOut> {
  const record = await call('exportSelf', { params: { person }, query: {} });
  const journal = new Map<string, Entry>();
  const held = new Map<string, number>();
  for (let isMore = true; isMore; ) {
    tell(journal.size);
    const known = knownText(held);
    const { batches, more } = await call('listBatches', { params: { person }, query: known === '' ? {} : { known } });
    if (!Array.isArray(batches)) throw new ApiProblem('internal');
    const before = journal.size;
    for (const batch of batches) take(batch, { journal, held });
    // An answer that brings nothing new would be asked for again for ever.
    if (more && journal.size === before) throw new ApiProblem('internal');
    isMore = more;
  }
  const mock = await takeAttempts(call, person);
  const exams = await call('readExams', { params: { person }, query: {} });
  const { applications: subsidies } = await call('readOwnSubsidies', { params: { person }, query: {} });
  return { record, journal: [...journal.values()].sort(inTime), mock, exams, subsidies };
}

async function takeAttempts(call: Call, person: string): Promise<Attempts> {
  const taken: Attempts = [];
  for (let isMore = true; isMore; ) {
    const before = taken.at(-1)?.attempt.attempt;
    const { attempts, more } = await call('exportMock', {
      params: { person },
      query: before === undefined ? {} : { before },
    });
    if (!Array.isArray(attempts) || (more && attempts.length === 0)) throw new ApiProblem('internal');
    taken.push(...attempts);
    isMore = more;
  }
  return taken;
}

function take(batch: Batch, { journal, held }: { journal: Map<string, Entry>; held: Map<string, number> }): void {
  for (const entry of entriesOf(batch)) journal.set(`${entry.device} ${entry.seq}`, entry);
  const last = batch.first + batch.entries.length - 1;
  held.set(batch.device, Math.max(last, held.get(batch.device) ?? 0));
}

function inTime(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.device === b.device ? a.seq - b.seq : a.device < b.device ? -1 : 1;
}
