import { describe, expect, test } from 'vitest';
import { bankFolder, readBank } from '../../../functions/content/load.ts';
import { candidatesOf, loadMock, mockFolder } from '../../../functions/content/mock.ts';
import { loadRefs } from '../../../functions/content/refs.ts';
import { listed } from '../../../functions/content/released.ts';
import { findingsText } from '../../../functions/content/report.ts';
import { bankOf, essay, essayRefs, fileText, folderWith, single } from './builders.ts';

const PATH = 'junior-comprehensive/04.json';
const practice = bankOf();

function load(items: unknown[], more: Record<string, string> = {}): ReturnType<typeof loadMock> {
  return loadMock(folderWith({ [PATH]: fileText(items), ...more }), essayRefs(), practice);
}

const checksOf = (loaded: ReturnType<typeof loadMock>, level: string): string[] =>
  loaded.findings.filter((f) => f.level === level && f.check !== 'coverage').map((f) => f.check);

describe('a mock bank', () => {
  const item = single({ id: 'jc04-501' });
  const released = JSON.stringify(listed(candidatesOf({ bank: bankOf(item), essays: [] }), {}));

  test('with reviewed and listed items has nothing against it', () => {
    expect(checksOf(load([item], { 'released.json': released }), 'error')).toEqual([]);
  });

  test('is checked as practice is, but that an unread item is a warning', () => {
    const draft = single({ id: 'jc04-501', review: { state: 'draft', blind: [] } });
    expect(checksOf(load([draft]), 'error')).toEqual([]);
    expect(checksOf(load([draft]), 'warning')).toEqual(['review']);
    expect(checksOf(load([{ ...draft, key: ['E'] }]), 'error')).toContain('key');
  });

  test('releases nothing that could not be verified', () => {
    const [candidate] = candidatesOf({ bank: bankOf({ ...item, unverified: true }), essays: [] });
    expect(candidate?.reviewed).toBe(false);
  });

  test('repeats neither an id of practice nor one of its cases', () => {
    const low = load([{ ...item, id: 'jc04-001' }]);
    expect(checksOf(low, 'error')).toEqual(expect.arrayContaining(['mock-ids']));
    const folder = folderWith({ [PATH]: fileText([item]), 'released.json': released });
    const told = loadMock(folder, essayRefs(), bankOf(single({ stem: item.stem })));
    expect(checksOf(told, 'error')).toEqual(['near-duplicate']);
  });

  test('asks for the release command when a reviewed item is not on the list', () => {
    expect(load([item]).findings.find((f) => f.check === 'unlisted')?.message).toContain('release-mock');
  });

  test('refuses an edit under a released version, and takes it under a higher one', () => {
    const edited = { ...item, explanation: '换了一种说法：与服务对象商量目标，体现的是自决原则。' };
    const faults = load([edited], { 'released.json': released }).findings.filter((f) => f.check === 'released');
    expect(faults.map((f) => f.message)).toEqual([expect.stringContaining('give it version 2')]);
    const raised = load([{ ...edited, version: 2 }], { 'released.json': released });
    expect(checksOf(raised, 'error')).toEqual([]);
  });

  test('holds essays, each a candidate for release with its chapter', () => {
    const text = JSON.stringify({ subject: 'intermediate-practice', chapter: 'ip18-05', essays: [essay()] });
    const loaded = load([item], { 'intermediate-practice/05.json': text });
    expect(candidatesOf(loaded).map((c) => [c.item.id, c.item.chapter, c.reviewed])).toEqual([
      ['jc04-501', 'jc18-04', true],
      ['ip05-501', 'ip18-05', true],
    ]);
    expect(candidatesOf(loaded).some((c) => 'review' in c.item)).toBe(false);
  });
});

describe('the mock bank that ships', () => {
  const mock = loadMock(mockFolder, loadRefs(), readBank(bankFolder).bank);

  test('has no errors', () => {
    expect(findingsText(mock.findings.filter((f) => f.level === 'error'))).toBe('');
  });

  test.each([
    ['junior-comprehensive', 80],
    ['law-and-policy', 80],
    ['intermediate-practice', 5],
  ])('has items of %s for a whole paper', (subject, count) => {
    expect(candidatesOf(mock).filter((c) => c.file.subject === subject).length).toBeGreaterThanOrEqual(count);
  });

  test('shares no id with practice', () => {
    const shown = new Set(readBank(bankFolder).bank.files.flatMap((f) => f.items.map((i) => i.id)));
    expect(candidatesOf(mock).filter((c) => shown.has(c.item.id))).toEqual([]);
  });
});
