import { describe, expect, test } from 'vitest';
import {
  essayFault,
  essayHash,
  essaySheets,
  isReadTwice,
  recordReading,
  verdictFaults,
} from '../../../functions/content/essay-review.ts';
import { essay, essayFileOf } from './builders.ts';

const draft = essay({ review: { state: 'draft', readings: [] } });
const files = [essayFileOf([draft, essay({ id: 'ip05-502' })])];

describe('an essay', () => {
  test('counts as reviewed when its last reader agreed with what stands there now', () => {
    expect(isReadTwice(essay())).toBe(true);
  });

  test.each([
    ['nobody read it', draft, /No second reading of version 1/],
    ['its version was raised since', { ...essay(), version: 2 }, /No second reading of version 2/],
    ['the material was changed since', { ...essay(), stem: `${essay().stem}。` }, /changed after it was read/],
    ['a mark was changed since', { ...essay(), parts: essay().parts.slice(0, 1) }, /changed after it was read/],
  ])('does not when %s', (_when, item, message) => {
    expect(essayFault(item)).toMatch(message);
  });

  test('does not when the last reader disagrees, whoever agreed before', () => {
    const verdicts = { 'ip05-501': { agreed: false, note: '得分点与材料不符' } };
    const item = recordReading([essayFileOf([essay()])], verdicts, '2026-11-25')[0]?.essays[0];
    expect(item?.review).toMatchObject({ state: 'draft', readings: [{ agreed: true }, { agreed: false }] });
    expect(essayFault(item as typeof draft)).toContain('得分点与材料不符');
  });
});

describe('what a reader is given', () => {
  const sheets = essaySheets(files);

  test('is the material and the questions, and the points on a sheet of their own', () => {
    expect([...sheets.keys()]).toEqual(['intermediate-practice-ip18-05', 'intermediate-practice-ip18-05-points']);
    expect(JSON.stringify(sheets.get('intermediate-practice-ip18-05'))).not.toMatch(
      /"(points|model|explanation|source)"/,
    );
    expect(JSON.stringify(sheets.get('intermediate-practice-ip18-05-points'))).toMatch(/"points".*"model"/);
  });

  test('says nothing of earlier readings', () => {
    expect(JSON.stringify([...sheets.values()])).not.toContain('"review"');
  });
});

describe('a verdict', () => {
  test('is put on record with the hash of what was read; another essay stays as it was', () => {
    const [file] = recordReading(files, { 'ip05-501': { agreed: true } }, '2026-11-24');
    const reading = { agreed: true, on: '2026-11-24', version: 1, of: essayHash(draft) };
    expect(file?.essays[0]?.review).toEqual({ state: 'reviewed', readings: [reading] });
    expect(file?.essays[1]).toBe(files[0]?.essays[1]);
  });

  test('given again is one verdict', () => {
    const once = recordReading(files, { 'ip05-501': { agreed: true } }, '2026-11-24');
    expect(recordReading(once, { 'ip05-501': { agreed: true } }, '2026-11-24')).toEqual(once);
  });

  test('is refused for an essay that is not there, and when it disagrees without a reason', () => {
    expect(verdictFaults(files, { 'ip05-509': { agreed: true }, 'ip05-501': { agreed: false } })).toEqual([
      'There is no essay ip05-509 in the bank.',
      'Say in a note what is wrong with ip05-501.',
    ]);
    expect(verdictFaults(files, { 'ip05-501': { agreed: false, note: '错' } })).toEqual([]);
  });
});
