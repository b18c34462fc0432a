// Reads the bank's folder. Every file and every item is parsed and checked on its own: nothing stops at the first fault,
// and a broken file does not hide the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bank, BankFile, Finding, Refs } from './bank.ts';
import { runChecks } from './checks/all.ts';
import { item, questionFileEnvelope } from './schema.ts';
import { sentence } from './sentences.ts';

/** Where the bank's question files stand. */
export const bankFolder = join(import.meta.dirname, 'bank');

export interface Loaded {
  bank: Bank;
  findings: Finding[];
}

/** The bank as far as it can be read, with all that is wrong with its files and all that the checks say. */
export function loadBank(folder: string, refs: Refs): Loaded {
  const { bank, findings } = readBank(folder);
  return { bank, findings: [...findings, ...runChecks(bank, refs)] };
}

/** The bank as far as it can be read, with what is wrong with the shape of its files; no checks. */
export function readBank(folder: string): Loaded {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  if (!existsSync(folder)) {
    report({
      level: 'error',
      file: 'bank',
      check: 'read',
      message: `There is no folder ${folder}; make it or name another.`,
    });
    return { bank: { files: [] }, findings };
  }
  const files = pathsIn(folder).flatMap((path) => {
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
  return { bank: { files }, findings };
}

function readFile(path: string, text: string, report: (finding: Finding) => void): BankFile | undefined {
  const fault = (message: string, id?: string): void =>
    report({ level: 'error', file: path, ...(id === undefined ? {} : { item: id }), check: 'shape', message });
  const json = parseJson(text);
  if ('fault' in json) {
    fault(`The file is not JSON: ${json.fault}. Look at the commas, quotation marks and brackets near there.`);
    return undefined;
  }
  const file = questionFileEnvelope.safeParse(json.value);
  if (!file.success) {
    for (const issue of file.error.issues) fault(sentence(issue, []));
    return undefined;
  }
  const items = file.data.items.flatMap((raw, i) => {
    const parsed = item.safeParse(raw);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) fault(sentence(issue, ['items', i]), idOf(raw));
    return [];
  });
  return { path, ...file.data, items };
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
