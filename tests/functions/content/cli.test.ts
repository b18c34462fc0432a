import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../functions/content/cli.ts';
import { fileText, folderWith, single } from './builders.ts';

const PATH = 'junior-comprehensive/04.json';

function command(...args: string[]): { code: number; printed: string } {
  const lines: string[] = [];
  return { code: run(args, (text) => void lines.push(text)), printed: lines.join('\n') };
}

describe('the check command', () => {
  test('fails on errors, and prints them by file with the table', () => {
    const { code, printed } = command('check', '--bank', folderWith({ [PATH]: fileText([single({ key: ['E'] })]) }));
    expect(code).toBe(1);
    expect(printed).toContain(PATH);
    expect(printed).toContain('[key] The key names E');
    expect(printed).toContain('| junior-comprehensive |');
    expect(printed).toMatch(/\d+ errors, \d+ warnings\.$/);
  });

  test('passes on a bank that has no errors', () => {
    expect(command('check', '--bank', folderWith())).toEqual({ code: 0, printed: expect.stringContaining('0 errors') });
  });
});

describe('the balance command', () => {
  test('rewrites the files, and finds nothing to rewrite the second time', () => {
    const bank = folderWith({ [PATH]: fileText([single(), single({ id: 'jc04-002' })]) });
    expect(command('balance', '--bank', bank)).toEqual({ code: 0, printed: '1 files written.' });
    expect(command('balance', '--bank', bank)).toEqual({ code: 0, printed: '0 files written.' });
  });

  test('writes nothing while an item is broken: its options could get lost', () => {
    const text = fileText([single({ key: ['E'] }), single()]);
    const bank = folderWith({ [PATH]: text });
    const { code, printed } = command('balance', '--bank', bank);
    expect(code).toBe(1);
    expect(printed).toMatch(/Mend these first; nothing was written\.$/);
    expect(readFileSync(join(bank, PATH), 'utf8')).toBe(text);
  });
});

test('the ask command writes a sheet for each chapter without keys', () => {
  const [bank, target] = [folderWith({ [PATH]: fileText([single()]) }), join(folderWith(), 'sheets')];
  expect(command('ask', target, '--bank', bank).code).toBe(0);
  expect(readdirSync(target)).toEqual(['junior-comprehensive-jc18-04.json']);
  expect(readFileSync(join(target, 'junior-comprehensive-jc18-04.json'), 'utf8')).not.toContain('"key"');
});

describe('the blind command', () => {
  const draft = { review: { state: 'draft' as const, blind: [] } };
  const bankFiles = { [PATH]: fileText([single(draft), single({ id: 'jc04-002', ...draft })]) };

  test('records the answers, and prints where they differ from the key', () => {
    const bank = folderWith(bankFiles);
    const answers = join(folderWith({ 'a.json': '{ "jc04-001": ["B"], "jc04-002": ["D"] }' }), 'a.json');
    const { code, printed } = command('blind', answers, '--on', '2026-11-23', '--bank', bank);
    expect(code).toBe(0);
    expect(printed).toContain('jc04-002: the key is B, the reader picked D\n  社会工作者小陈');
    expect(printed).toContain('2 answers recorded, 1 differ from the key.');
    const states = JSON.parse(readFileSync(join(bank, PATH), 'utf8')).items.map((i: { review: object }) => i.review);
    expect(states).toMatchObject([{ state: 'reviewed' }, { state: 'draft' }]);
  });

  test.each([
    ['no day is given', '{}', [], /Say the day of reading/],
    ['the file holds something else', '[1]', ['--on', '2026-11-23'], /does not hold/],
    ['an item is unknown', '{ "jc04-009": ["A"] }', ['--on', '2026-11-23'], /There is no item jc04-009/],
  ])('refuses when %s', (_when, text, more, message) => {
    const answers = join(folderWith({ 'a.json': text }), 'a.json');
    const { code, printed } = command('blind', answers, ...more, '--bank', folderWith(bankFiles));
    expect(code).toBe(1);
    expect(printed).toMatch(message);
  });
});

test.each([[[]], [['sing']], [['ask']], [['check', '--loud']]])('%j prints how to call it, and fails', (args) => {
  expect(command(...args)).toEqual({
    code: 1,
    printed: expect.stringContaining('node functions/content/cli.ts COMMAND'),
  });
});
