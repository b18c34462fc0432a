// Reads the bank's folder. Every file and every item is parsed and checked on its own: nothing stops at the first fault,
// and a broken file does not hide the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Bank, BankFile, EssayFile, Finding, Refs } from './bank.ts';
import { runChecks } from './checks/all.ts';
import { essayFileEnvelope, essayItem } from './essay-schema.ts';
import { item, questionFileEnvelope } from './schema.ts';
import { sentence } from './sentences.ts';

/** Where the bank's question files stand. */
export const bankFolder = join(import.meta.dirname, 'bank');

/** The list of released items stands in the mock bank's folder and is no question file. */
export const RELEASED_FILE = 'released.json';

export interface Loaded {
  bank: Bank;
  findings: Finding[];
}

/** With the essays, which the mock bank alone has. */
export interface Read extends Loaded {
  essays: EssayFile[];
}

/** The bank as far as it can be read, with all that is wrong with its files and all that the checks say. */
export function loadBank(folder: string, refs: Refs): Loaded {
  const { bank, essays, findings } = readBank(folder);
  const strange = essays.map(({ path }): Finding => {
    const message = 'Essays are for mock papers alone; move the file into the mock bank.';
    return { level: 'error', file: path, check: 'read', message };
  });
  return { bank, findings: [...findings, ...strange, ...runChecks(bank, refs)] };
}

/** The bank as far as it can be read, with what is wrong with the shape of its files; no checks. */
export function readBank(folder: string): Read {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  if (!existsSync(folder)) {
    report({
      level: 'error',
      file: 'bank',
      check: 'read',
      message: `There is no folder ${folder}; make it or name another.`,
    });
    return { bank: { files: [] }, essays: [], findings };
  }
  const read = pathsIn(folder).flatMap((path) => {
    if (path === RELEASED_FILE) return [];
    if (!path.endsWith('.json')) {
      report({
        level: 'warning',
        file: path,
        check: 'read',
        message: 'Not a question file (.json): it is not read; move it elsewhere.',
      });
      return [];
    }
    return readFile(path, readFileSync(join(folder, path), 'utf8'), report) ?? [];
  });
  const essays = read.filter((file) => 'essays' in file);
  return { bank: { files: read.filter((file) => 'items' in file) }, essays, findings };
}

function readFile(path: string, text: string, report: (finding: Finding) => void): BankFile | EssayFile | undefined {
  const fault = (message: string, id?: string): void =>
    report({ level: 'error', file: path, ...(id === undefined ? {} : { item: id }), check: 'shape', message });
  const json = parseJson(text);
  if ('fault' in json) {
    fault(`The file is not JSON: ${json.fault}. Look at the commas, quotation marks and brackets near there.`);
    return undefined;
  }
  const ofEssays = typeof json.value === 'object' && json.value !== null && 'essays' in json.value;
  const file = (ofEssays ? essayFileEnvelope : questionFileEnvelope).safeParse(json.value);
  if (!file.success) {
    for (const issue of file.error.issues) fault(sentence(issue, []));
    return undefined;
  }
  const each = <T extends z.ZodType>(schema: T, list: string, raws: readonly unknown[]): z.output<T>[] =>
    raws.flatMap((raw, i) => {
      const parsed = schema.safeParse(raw);
      if (parsed.success) return [parsed.data];
      for (const issue of parsed.error.issues) fault(sentence(issue, [list, i]), idOf(raw));
      return [];
    });
  if ('essays' in file.data) return { path, ...file.data, essays: each(essayItem, 'essays', file.data.essays) };
  return { path, ...file.data, items: each(item, 'items', file.data.items) };
}

function parseJson(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function idOf(raw: unknown): string | undefined {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Every file under a folder, sorted, with `/` between the parts on every system; hidden files are left out. */
function pathsIn(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? pathsIn(folder, path) : [path];
    });
}
