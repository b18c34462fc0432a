import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { dataFaults } from '../../../functions/content/data-faults.ts';

const FILES = ['eligibility.json', 'exam-guide.json', 'subsidies.json'];
const SHIPPED = join(import.meta.dirname, '../../../functions/content');
let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The faults of the shipped data with another subsidies file. */
function faultsWith(change: (rules: Record<string, unknown>[]) => void): string[] {
  folder = mkdtempSync(join(tmpdir(), 'zhuren-data-'));
  for (const name of FILES) cpSync(join(SHIPPED, name), join(folder, name));
  const file = JSON.parse(readFileSync(join(SHIPPED, 'subsidies.json'), 'utf8'));
  change(file.rules);
  writeFileSync(join(folder, 'subsidies.json'), JSON.stringify(file));
  return dataFaults(folder);
}

describe('the data that the functions carry', () => {
  it('is as its schemas say', () => {
    expect(dataFaults()).toEqual([]);
  });

  it.each([
    ['a field that nobody named', (rules) => Object.assign(rules[0] ?? {}, { bonus: 1 })],
    ['an amount that is not in cents', (rules) => Object.assign(rules[0] ?? {}, { amounts: { junior: 1500.5 } })],
    ['nothing said of what is not known', (rules) => delete rules[0]?.cap],
    ['no amount at all', (rules) => Object.assign(rules[0] ?? {}, { amounts: {} })],
    ['two entries of a rule on one day', (rules) => rules.push({ ...rules[0] })],
    ['a last day before the first', (rules) => Object.assign(rules[0] ?? {}, { from: '2026-02-01', to: '2026-01-01' })],
  ] as [string, (rules: Record<string, unknown>[]) => void][])('has a fault with %s', (_what, change) => {
    expect(faultsWith(change).join()).toMatch(/^subsidies\.json: /);
  });

  it('has a fault with a place that is no division', () => {
    const faults = faultsWith((rules) =>
      Object.assign(rules[0] ?? {}, { place: { code: '340599', name: { zh: '某地', en: 'X' } } }),
    );
    expect(faults).toEqual(['subsidies.json: hexian-first: there is no division 340599']);
  });

  it('takes a rule that follows another of the same id', () => {
    const faults = faultsWith((rules) => {
      const [first] = rules;
      Object.assign(first ?? {}, { to: '2026-12-31' });
      rules.push({ ...first, from: '2027-01-01', to: undefined });
    });
    expect(faults).toEqual([]);
  });
});
