import { describe, expect, test } from 'vitest';
import {
  canonicalJson,
  contentHash,
  formatEssayFile,
  formatQuestionFile,
  prettyJson,
} from '../../../functions/content/canonical.ts';
import { agreed, essay, essayFileOf, single } from './builders.ts';

describe('canonical JSON', () => {
  test('does not depend on the order of fields, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: undefined } })).toBe('{"a":{"d":1},"b":[2,1]}');
    expect(canonicalJson({ a: { d: 1 }, b: [2, 1] })).toBe(canonicalJson({ b: [2, 1], a: { d: 1 } }));
  });

  test('a content hash is 20 hex digits, and differs when one letter does', () => {
    expect(contentHash('善')).toMatch(/^[0-9a-f]{20}$/);
    expect(contentHash('善')).not.toBe(contentHash('義'));
  });
});

describe('the layout of a question file', () => {
  const item = single();
  const file = { subject: 'law-and-policy', chapter: 'lp18-01', items: [{ ...item, review: agreed(item) }] };
  const text = formatQuestionFile(file);

  test('is JSON of the same content', () => {
    expect(JSON.parse(text)).toEqual(file);
  });

  test('has options, key, source and blind answers on one line each', () => {
    const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
    expect(lines).toContain('"key": ["B"]');
    expect(lines).toContain('"source": { "type": "syllabus", "edition": "2018", "point": "专业价值观·自决" }');
    expect(
      lines.filter((line) => line.startsWith('{ "reader": "a", "picked": ["B"], "agreed": true, "on": ')),
    ).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('{ "id": '))).toHaveLength(4);
    expect(text.endsWith('}\n')).toBe(true);
  });

  test('keeps the schema in front', () => {
    expect(formatQuestionFile({ ...file, $schema: 'x.json' })).toMatch(/^\{\n {2}"\$schema": "x.json",\n {2}"subject"/);
  });

  test('an empty list stays on its line', () => {
    expect(prettyJson({ a: [], b: {} }, () => false)).toBe('{\n  "a": [],\n  "b": {}\n}\n');
  });
});

test('a file of essays has points, sources and readings on one line each', () => {
  const { path: _path, ...file } = essayFileOf([essay()]);
  const text = formatEssayFile(file);
  expect(JSON.parse(text)).toEqual(file);
  const lines = text.split('\n').map((line) => line.trim());
  expect(lines.filter((line) => /^\{ "id": "[ab]", "text": .*"possible": 10 \},?$/.test(line))).toHaveLength(4);
  expect(lines.filter((line) => line.startsWith('{ "agreed": true'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('"source": {'))).toHaveLength(1);
});
