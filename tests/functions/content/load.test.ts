import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBank, readBank } from '../../../functions/content/load.ts';
import { essay, essayFileOf, file, fileText, folderWith, refs, single } from './builders.ts';

const GOOD = 'junior-comprehensive/04.json';

describe('reading a bank', () => {
  test('gives every file with its path, and no findings when all is well', () => {
    const { bank, findings } = readBank(folderWith({ [GOOD]: fileText([single()]) }));
    expect(findings).toEqual([]);
    expect(bank.files).toEqual([file([single()])]);
  });

  test('says where a file stops being JSON, and reads the others', () => {
    const { bank, findings } = readBank(folderWith({ 'a/01.json': '{ "subject": ', [GOOD]: fileText([single()]) }));
    expect(findings).toMatchObject([{ level: 'error', file: 'a/01.json', check: 'shape' }]);
    expect(findings[0]?.message).toMatch(/^The file is not JSON: .+ Look at the commas/);
    expect(bank.files.map((f) => f.path)).toEqual([GOOD]);
  });

  test('names the place, the fault and the remedy of every broken item, and keeps the sound ones', () => {
    const { explanation: _, ...bare } = single({ id: 'jc04-002' });
    const stray = { ...single({ id: 'jc04-003' }), difficulty: 'nasty', hint: 'x' };
    const { bank, findings } = readBank(folderWith({ [GOOD]: fileText([single(), bare, stray, 7]) }));
    expect(findings.map((f) => [f.item, f.message])).toEqual([
      ['jc04-002', 'items[1].explanation: the field is missing; add it (string).'],
      ['jc04-003', 'items[2].difficulty: it must be one of "easy", "medium", "hard".'],
      ['jc04-003', 'items[2]: there is no field "hint"; remove it or correct its name.'],
      [undefined, 'items[3]: it must be of type object; it is number.'],
    ]);
    expect(bank.files[0]?.items.map((i) => i.id)).toEqual(['jc04-001']);
  });

  test('names the faults of the file around the items', () => {
    const { findings } = readBank(
      folderWith({ 'x.json': fileText([], { chapter: 'four', year: 2026 }), 'y.json': '[]' }),
    );
    expect(findings.map((f) => [f.file, f.message])).toEqual([
      ['x.json', 'chapter: it must be a chapter id as jc18-04.'],
      ['x.json', 'the file: there is no field "year"; remove it or correct its name.'],
      ['y.json', 'the file: it must be of type object; it is array.'],
    ]);
  });

  test('warns of a file that is no question file, and passes over hidden ones', () => {
    const { findings } = readBank(folderWith({ 'notes.txt': 'x', '.DS_Store': 'x' }));
    expect(findings).toMatchObject([{ level: 'warning', file: 'notes.txt' }]);
  });

  test('says so when there is no such folder', () => {
    const { bank, findings } = readBank(join(folderWith(), 'nowhere'));
    expect(bank.files).toEqual([]);
    expect(findings[0]?.message).toMatch(/^There is no folder/);
  });
});

test('loading adds what the checks say about what could be read', () => {
  const folder = folderWith({ 'a/01.json': '{', [GOOD]: fileText([single({ key: ['E'] })]) });
  const { findings } = loadBank(folder, refs());
  expect(findings.filter((f) => f.file === 'a/01.json')).toHaveLength(1);
  expect(findings).toContainEqual(expect.objectContaining({ check: 'key', item: 'jc04-001', file: GOOD }));
});

describe('essays', () => {
  const PATH = 'intermediate-practice/05.json';
  const essays = (list: unknown[]): string =>
    JSON.stringify({ subject: 'intermediate-practice', chapter: 'ip18-05', essays: list });

  test('are read beside the questions, and a broken one hides no other', () => {
    const folder = folderWith({ [GOOD]: fileText([single()]), [PATH]: essays([essay(), { id: 'ip05-502' }]) });
    const read = readBank(folder);
    expect(read.bank.files.map((f) => f.path)).toEqual([GOOD]);
    expect(read.essays).toEqual([essayFileOf([essay()])]);
    expect(new Set(read.findings.map((f) => f.item))).toEqual(new Set(['ip05-502']));
    expect(read.findings[0]?.message).toMatch(/^essays\[1\]\./);
  });

  test('have no place in the bank of practice', () => {
    const { findings } = loadBank(folderWith({ [PATH]: essays([essay()]) }), refs());
    expect(findings.find((f) => f.file === PATH)?.message).toMatch(/^Essays are for mock papers alone/);
  });
});

test('the list of released items is no question file', () => {
  expect(readBank(folderWith({ 'released.json': '{}' })).findings).toEqual([]);
});
