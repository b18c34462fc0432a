import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { addBatch, listBatches, reportQuestion } from '../../../functions/contract/candidate/practice.ts';
import { OFFICIAL_1 } from '../../../functions/domain/grading/profile.ts';
import { BATCH_MOST, STAMPS } from '../../../functions/domain/practice/journal.ts';
import { batch as anyBatch } from '../../support/arbitrary.ts';
import { answer, batchOf, NOON } from '../../support/builders.ts';

/** Where a schema finds fault, each place once; an empty list when it finds none. */
function faults(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
}

describe('a batch', () => {
  const good = batchOf('device-a', 1);
  const note = { kind: 'note', at: NOON, question: 'jc-04-001', text: '' };
  const mark = { kind: 'mark', at: NOON, question: 'jc-04-001', mark: 'flag', on: true };
  const setting = { kind: 'setting', at: NOON, name: 'streak', value: 2 };

  it('passes as any device writes it, and comes out as it went in', () => {
    const short = anyBatch.filter(({ entries }) => entries.every((e) => e.kind !== 'note' || e.text.length <= 1000));
    fc.assert(
      fc.property(short, (batch) => {
        expect(addBatch.body.parse(batch)).toEqual(batch);
      }),
    );
  });

  it.each([
    ['no device', { ...good, device: undefined }, 'device'],
    ['a short device id', { ...good, device: 'dev-a' }, 'device'],
    ['a device id with a #', { ...good, device: 'device#a' }, 'device'],
    ['a device id with a line break', { ...good, device: 'device-a\n' }, 'device'],
    ['a first of nothing', { ...good, first: 0 }, 'first'],
    ['a broken first', { ...good, first: 1.5 }, 'first'],
    ['a first as text', { ...good, first: '1' }, 'first'],
    ['a first past the last number', { ...good, first: 10_000_000 }, 'first'],
    ['a last entry past the last number', batchOf('device-a', 9_999_999, 2), 'first'],
    ['no entries', { ...good, entries: [] }, 'entries'],
    ['too many entries', batchOf('device-a', 1, BATCH_MOST + 1), 'entries'],
    ['an unknown field', { ...good, person: 'person-a' }, ''],
    ['entries that are no list', { ...good, entries: {} }, 'entries'],
    ['a list', [good], ''],
    ['nothing', null, ''],
  ])('with %s is refused there', (_what, value, path) => {
    expect(faults(addBatch.body, value)).toEqual([path]);
  });

  it.each([
    ['an unknown kind', { ...answer(), kind: 'guess' }, 'kind'],
    ['an unknown field', { ...answer(), device: 'device-a' }, ''],
    ['a day for an instant', { ...answer(), at: '2026-03-01' }, 'at'],
    ['an instant of another zone', { ...answer(), at: '2026-03-01T12:00:00.000+08:00' }, 'at'],
    ['an instant without milliseconds', { ...answer(), at: '2026-03-01T04:00:00Z' }, 'at'],
    ['a day that is none', { ...answer(), at: '2026-02-30T04:00:00.000Z' }, 'at'],
    ['a time before 2000', { ...answer(), at: '1999-12-31T23:59:59.999Z' }, 'at'],
    ['a time after 2099', { ...note, at: '2100-01-01T00:00:00.000Z' }, 'at'],
    ['a year of five digits', { ...mark, at: '+010000-01-01T00:00:00.000Z' }, 'at'],
    ['a setting from a clock that was never set', { ...setting, at: '1970-01-01T00:00:00.000Z' }, 'at'],
    ['no scoring profile', { ...answer(), profile: undefined }, 'profile'],
    ['a scoring profile of nothing', { ...answer(), profile: '' }, 'profile'],
    ['a scoring profile in capitals', { ...answer(), profile: 'Official-1' }, 'profile'],
    ['a scoring profile too long', { ...answer(), profile: 'x'.repeat(21) }, 'profile'],
    ['a question id in capitals', { ...answer(), question: 'JC-04-001' }, 'question'],
    ['a question id with a space', { ...answer(), question: 'jc 1' }, 'question'],
    ['an option of two letters', { ...answer(), picked: ['A', 'AB'] }, 'picked.1'],
    ['a version of nothing', { ...answer(), version: 0 }, 'version'],
    ['marks below nothing', { ...answer(), earned: -1 }, 'earned'],
    ['half a half-point', { ...answer(), earned: 0.5 }, 'earned'],
    ['more earned than possible', { ...answer(), earned: 3 }, 'earned'],
    ['a question that can earn nothing', { ...answer(), earned: 0, possible: 0 }, 'possible'],
    ['an unknown mark', { ...mark, mark: 'star' }, 'mark'],
    ['a mark neither on nor off', { ...mark, on: 1 }, 'on'],
    ['a note too long', { ...note, text: '注'.repeat(1001) }, 'text'],
    ['an unknown setting', { ...setting, name: 'sound' }, 'name'],
    ['a setting out of bounds', { ...setting, value: 6 }, 'value'],
  ])('whose second entry has %s is refused there', (_what, entry, path) => {
    const expected = ['entries.1', path].filter((part) => part !== '').join('.');
    expect(faults(addBatch.body, { ...good, entries: [answer(), entry] })).toEqual([expected]);
  });

  it.each([STAMPS.first, STAMPS.last])('may hold an entry of %s', (at) => {
    expect(faults(addBatch.body, { ...good, entries: [{ ...note, at }] })).toEqual([]);
  });

  it('takes the profile that answers are graded by', () => {
    expect(faults(addBatch.body, { ...good, entries: [answer({ profile: OFFICIAL_1.id })] })).toEqual([]);
  });

  it('carries no hidden prototype in', () => {
    const text = JSON.stringify(good).replace('{', '{"__proto__":{"admin":true},');
    expect(faults(addBatch.body, JSON.parse(text))).toEqual(['']);
  });
});

describe('what a caller holds', () => {
  it.each(['device-a.0', 'device-a.12,device_b.9999999', '-device-.1'])('is said as %s', (known) => {
    expect(faults(listBatches.query, { known })).toEqual([]);
  });

  it.each(['', 'device-a', 'device-a.', 'device-a.1,', ',device-a.1', 'device-a.-1', 'dev.1', 'device-a.12345678'])(
    'is not said as %j',
    (known) => {
      expect(faults(listBatches.query, { known })).toEqual(['known']);
    },
  );

  it('is refused when it is endless', () => {
    const known = Array.from({ length: 400 }, (_, i) => `device-${i}.1`).join(',');
    expect(faults(listBatches.query, { known })).toContain('known');
  });
});

describe('a report', () => {
  const good = { id: 'report-1', version: 1, reason: 'key', text: '', at: NOON };

  it.each(['key', 'stem', 'options', 'explanation', 'outdated', 'other'])('passes for the reason %s', (reason) => {
    expect(faults(reportQuestion.body, { ...good, reason })).toEqual([]);
  });

  it.each([
    ['a short id', { ...good, id: 'r' }, 'id'],
    ['an id with a #', { ...good, id: 'report#1' }, 'id'],
    ['an unknown reason', { ...good, reason: 'boring' }, 'reason'],
    ['a text too long', { ...good, text: 'x'.repeat(1001) }, 'text'],
    ['somebody’s name in it', { ...good, person: 'person-a' }, ''],
  ])('with %s is refused there', (_what, value, path) => {
    expect(faults(reportQuestion.body, value)).toEqual([path]);
  });
});
