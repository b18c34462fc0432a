// The results of a subject by month and end, with what of each has been counted: the receipts of the tally, which also serve whoever goes through all
// results of a subject (regrading, recounts). Written by the reader of the stream alone, moments after the result.
import type { Result } from '../domain/attempts/result.ts';
import { countedOf, countedText } from '../domain/statistics/counted.ts';
import { dayOf } from '../domain/time.ts';
import { mockKeys } from './mock-keys.ts';
import { type Item, type Page, pageOf } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Fact, type Receipt, receiptOf } from './tally.ts';

/** A result as the list has it: where it stands, and what was counted of it. */
export interface ListedResult
  extends Pick<Result, 'attempt' | 'person' | 'subject' | 'form' | 'state' | 'offline' | 'endedAt'> {
  paper?: string;
  receipt: Receipt;
}

/** The month of the list that a result stands in, `2026-05`: that of its end, in China. */
function monthOf(endedAt: string): string {
  return dayOf(endedAt).slice(0, 7);
}

/** A result as a fact to be counted. */
export function resultFact(result: Result): Fact {
  const { attempt, person, subject, form, state, offline, endedAt, paper, version } = result;
  const counted = countedOf(result);
  return {
    kind: 'result',
    key: mockKeys.resultOfSubject(subject, monthOf(endedAt), { endedAt, person, attempt }),
    version,
    ...(counted === undefined ? {} : { text: countedText(counted) }),
    more: { attempt, person, subject, form, state, offline, endedAt, ...(paper === undefined ? {} : { paper }) },
  };
}

/** A result that is no more, as a fact: nothing of it counts, and nothing that comes late brings it back. */
export function goneFact(last: Result): Fact {
  const { kind, key, version, more } = resultFact(last);
  return { kind, key, version: version + 1, more: { ...more, gone: true } };
}

export function resultsIndex(table: Table) {
  return {
    /** The results of a subject that ended in a month (`2026-05`), a part at a time; those that are no more are left out. Consistent. */
    list(
      subject: string,
      month: string,
      { limit, after }: { limit: number; after?: string },
    ): Promise<Page<ListedResult>> {
      const { PK } = mockKeys.resultOfSubject(subject, month, { endedAt: '', person: '', attempt: '' });
      const range = { PK, prefix: '2', ...(after === undefined ? {} : { after }), consistent: true, limit };
      return pageOf(table, range, (item) => (item.gone === true ? undefined : read(item)));
    },
  };
}

function read(item: Item): ListedResult {
  const { PK, SK, attempt, person, subject, form, state, offline, endedAt, paper } = item;
  const isWhole = [attempt, person, subject, form, state, endedAt].every((value) => typeof value === 'string');
  if (!isWhole || typeof offline !== 'boolean') throw new CorruptItem({ PK, SK });
  const listed = { attempt, person, subject, form, state, offline, endedAt, ...(paper === undefined ? {} : { paper }) };
  return { ...listed, receipt: receiptOf(item) } as ListedResult;
}
