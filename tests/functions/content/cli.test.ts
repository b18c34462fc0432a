import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../functions/content/cli.ts';
import { essay, fileText, folderWith, single } from './builders.ts';

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
    const read = (reader: string) =>
      command('blind', answers, '--on', '2026-11-23', '--reader', reader, '--bank', bank);
    expect(read('a').code).toBe(0);
    const { code, printed } = read('b');
    expect(code).toBe(0);
    expect(printed).toContain('jc04-002: the key is B, the reader picked D\n  社会工作者小陈');
    expect(printed).toContain('2 answers recorded, 1 differ from the key.');
    const states = JSON.parse(readFileSync(join(bank, PATH), 'utf8')).items.map((i: { review: object }) => i.review);
    expect(states).toMatchObject([{ state: 'reviewed' }, { state: 'draft' }]);
  });

  test.each([
    ['no day is given', '{}', [], /Say the day of reading/],
    ['nobody says who read', '{}', ['--on', '2026-11-23'], /Say who read/],
    ['the file holds something else', '[1]', ['--on', '2026-11-23', '--reader', 'a'], /does not hold/],
    [
      'an item is unknown',
      '{ "jc04-009": ["A"] }',
      ['--on', '2026-11-23', '--reader', 'a'],
      /There is no item jc04-009/,
    ],
  ])('refuses when %s', (_when, text, more, message) => {
    const answers = join(folderWith({ 'a.json': text }), 'a.json');
    const { code, printed } = command('blind', answers, ...more, '--bank', folderWith(bankFiles));
    expect(code).toBe(1);
    expect(printed).toMatch(message);
  });
});

describe('a folder called mock', () => {
  const ESSAYS = 'mock/intermediate-practice/05.json';
  const draft = essay({ review: { state: 'draft', readings: [] } });
  const essays = JSON.stringify({ subject: 'intermediate-practice', chapter: 'ip18-05', essays: [draft] });
  const item = single({
    id: 'jc04-501',
    stem: '社会工作者小郁第一次与转学来的服务对象见面，先介绍了自己的职责（　　）。',
  });
  const bankOf = (items: unknown[]): string =>
    join(folderWith({ [`mock/${PATH}`]: fileText(items), [ESSAYS]: essays }), 'mock');
  const verdicts = (text: string): string => join(folderWith({ 'v.json': text }), 'v.json');

  test('is checked as a mock bank, with its essays counted', () => {
    const { printed } = command('check', '--bank', bankOf([{ ...item, id: 'jc04-001' }]));
    expect(printed).toContain('[mock-ids] Ids of mock papers are numbered from 501');
    expect(printed).toContain('1 cases, 0 designs, 0 of them reviewed.');
  });

  test('gives the points of essays on sheets of their own', () => {
    const target = join(folderWith(), 'sheets');
    expect(command('ask', target, '--bank', bankOf([item])).printed).toContain('3 sheets written');
    const sheet = readFileSync(join(target, 'intermediate-practice-ip18-05.json'), 'utf8');
    expect(sheet).not.toContain('"points"');
    expect(readFileSync(join(target, 'intermediate-practice-ip18-05-points.json'), 'utf8')).toContain('"points"');
  });

  test('takes readings of essays, and lists what is reviewed once', () => {
    const bank = bankOf([
      item,
      {
        ...item,
        id: 'jc04-502',
        stem: '小组工作开始之前，组员最需要知道的是什么（　　）。',
        review: { state: 'draft', blind: [] },
      },
    ]);
    const read = command('read', verdicts('{ "ip05-501": { "agreed": true } }'), '--on', '2026-11-24', '--bank', bank);
    expect(read).toEqual({ code: 0, printed: '1 readings recorded, 0 do not agree.' });
    expect(command('release-mock', '--bank', bank).printed).toBe('2 items put on the list of released items.');
    expect(command('release-mock', '--bank', bank).printed).toBe('0 items put on the list of released items.');
    const listed = JSON.parse(readFileSync(join(bank, 'released.json'), 'utf8'));
    expect(Object.keys(listed)).toEqual(['ip05-501', 'jc04-501']);
  });

  test('lists nothing while a released item is edited', () => {
    const bank = bankOf([item]);
    command('release-mock', '--bank', bank);
    const before = readFileSync(join(bank, 'released.json'), 'utf8');
    const edited = { ...item, explanation: '换了一种说法，意思也变了：见面时先说明自己的职责。' };
    writeFileSync(join(bank, PATH), fileText([edited]));
    const { code, printed } = command('release-mock', '--bank', bank);
    expect(code).toBe(1);
    expect(printed).toMatch(/give it version 2[\s\S]*nothing was written\.$/);
    expect(readFileSync(join(bank, 'released.json'), 'utf8')).toBe(before);
  });

  test.each([
    ['no day is given', '{}', [], /Say the day of reading/],
    ['the file holds something else', '{ "ip05-501": ["A"] }', ['--on', '2026-11-24'], /does not hold/],
    ['an essay is unknown', '{ "ip05-509": { "agreed": true } }', ['--on', '2026-11-24'], /There is no essay ip05-509/],
  ])('refuses readings when %s', (_when, text, more, message) => {
    const { code, printed } = command('read', verdicts(text), ...more, '--bank', bankOf([item]));
    expect(code).toBe(1);
    expect(printed).toMatch(message);
  });
});

test.each([[['sing']], [['read']], [['ask']], [['check', '--loud']]])('%j prints how to call it, and fails', (args) => {
  expect(command(...args)).toEqual({
    code: 1,
    printed: expect.stringContaining('node functions/content/cli.ts COMMAND'),
  });
});
