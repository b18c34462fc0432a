// The author's commands on the banks: report, check, balance, ask, blind, read, release-mock. The only file here that reads arguments and prints.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { balanced } from './balance.ts';
import { type Bank, bySubject, placed, type Refs } from './bank.ts';
import { loadBars } from './bars.ts';
import { blindAnswers, faultsOf, recordBlind, sheets } from './blind.ts';
import { formatEssayFile, formatQuestionFile } from './canonical.ts';
import { duplicateId } from './checks/duplicate-id.ts';
import { key } from './checks/key.ts';
import { kindShape } from './checks/kind-shape.ts';
import { dataFaults } from './data-faults.ts';
import { essaySheets, essayVerdicts, recordReading, verdictFaults } from './essay-review.ts';
import { bankFolder, loadBank, type Read, readBank } from './load.ts';
import { candidatesOf, loadMock, mockFolder } from './mock.ts';
import { againstRelease } from './mock-release.ts';
import { loadRefs } from './refs.ts';
import { listed, standingOf, writeReleased } from './released.ts';
import { changesText, essaysText, findingsText, subjectsText, tableText } from './report.ts';
import { day, type Item, readerName } from './schema.ts';
import { shortfalls, strengths } from './strength.ts';

const USAGE = `node functions/content/cli.ts COMMAND [--bank FOLDER]
  report                (or nothing) says how strong both banks are, by subject and chapter; fails on errors and below the bars
  check                 says what is wrong with the bank, without --bank with both banks and the other data; fails on errors
  balance               reorders options so that the right letters are spread evenly (before a first release only)
  ask FOLDER            writes the questions without their keys, for blind reading; of essays the points on sheets of their own
  blind FILE --on DAY --reader NAME
                        takes { "jc04-001": ["B"], … } and records it as one reader's blind answers
  read FILE --on DAY    takes { "ip05-501": { "agreed": true }, … } and records it as second readings of essays
  release-mock          puts what is reviewed on the list of released items
A folder called mock is a bank of mock papers.`;

/** Runs one command; answers the exit code. */
export function run(args: readonly string[], print: (text: string) => void): number {
  const parsed = parseArguments(args);
  if (parsed === undefined) {
    print(USAGE);
    return 1;
  }
  const { command = 'report', target = '', on, bank, reader } = parsed;
  const folder = bank ?? (command === 'read' || command === 'release-mock' ? mockFolder : bankFolder);
  if (command === 'report') return report(print);
  if (command === 'check') return bank === undefined ? checkAll(print) : check([bank], loadRefs(), print);
  if (command === 'balance') return balance(folder, print);
  if (command === 'release-mock') return releaseMock(folder, loadRefs(), print);
  if (command === 'ask' && target !== '') return writeSheets(folder, target, print);
  if (command === 'blind' && target !== '') return blind(folder, { file: target, on, reader }, print);
  if (command === 'read' && target !== '') return readEssays(folder, { file: target, on }, print);
  print(USAGE);
  return 1;
}

interface Arguments {
  command: string | undefined;
  target: string | undefined;
  on: string | undefined;
  bank: string | undefined;
  reader: string | undefined;
}

function parseArguments(args: readonly string[]): Arguments | undefined {
  try {
    const options = { on: { type: 'string' }, bank: { type: 'string' }, reader: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { command: positionals[0], target: positionals[1], on: values.on, bank: values.bank, reader: values.reader };
  } catch {
    return undefined;
  }
}

/** How strong both banks are, with all that is wrong with them; fails below the bars. */
function report(print: (text: string) => void): number {
  const refs = loadRefs();
  const practice = loadBank(bankFolder, refs);
  const mock = loadMock(mockFolder, refs, practice.bank);
  const banks = { practice: practice.bank, mock: mock.bank, essays: mock.essays };
  const subjects = strengths(banks, refs);
  const errors = [...practice.findings, ...mock.findings].filter((f) => f.level === 'error');
  const short = shortfalls(banks, refs, loadBars());
  const items = [...placed(banks.practice), ...placed(banks.mock)].map(({ item }) => item);
  const parts = [tableText(subjects), subjectsText(subjects), essaysText(mock.essays), changesText(items)];
  print(parts.filter((part) => part !== '').join('\n\n'));
  if (errors.length > 0) print(`\n${findingsText(errors)}`);
  print(['', ...short.map((sentence) => `below the bar: ${sentence}`)].join('\n'));
  print(`${errors.length} errors, ${short.length} below the bars.`);
  return errors.length + short.length > 0 ? 1 : 0;
}

/** Both banks, and the data that the functions carry beside them. */
function checkAll(print: (text: string) => void): number {
  const faults = dataFaults();
  for (const fault of faults) print(fault);
  return Math.max(check([bankFolder, mockFolder], loadRefs(), print), faults.length > 0 ? 1 : 0);
}

function check(folders: readonly string[], refs: Refs, print: (text: string) => void): number {
  const codes = folders.map((folder) => {
    const mock = isMock(folder) ? loadMock(folder, refs, readBank(bankFolder).bank) : undefined;
    const { bank, findings } = mock ?? loadBank(folder, refs);
    if (findings.length > 0) print(`${findingsText(findings)}\n`);
    const none: Bank = { files: [] };
    const own =
      mock === undefined
        ? { practice: bank, mock: none, essays: [] }
        : { practice: none, mock: bank, essays: mock.essays };
    print(tableText(strengths(own, refs)));
    if (mock !== undefined) print(essaysText(mock.essays));
    const errors = findings.filter((f) => f.level === 'error').length;
    print(`\n${errors} errors, ${findings.length - errors} warnings.`);
    return errors > 0 ? 1 : 0;
  });
  return Math.max(...codes);
}

function isMock(folder: string): boolean {
  return basename(resolve(folder)) === 'mock';
}

function balance(folder: string, print: (text: string) => void): number {
  const loaded = whole(folder, print);
  if (loaded === undefined) return 1;
  const items = new Map<string, Item>();
  for (const group of bySubject(loaded.bank).values()) for (const item of balanced(group)) items.set(item.id, item);
  const files = loaded.bank.files.map((f) => ({ ...f, items: f.items.map((item) => items.get(item.id) ?? item) }));
  print(`${writeBank(folder, { files })} files written.`);
  return 0;
}

function writeSheets(folder: string, target: string, print: (text: string) => void): number {
  const loaded = whole(folder, print);
  if (loaded === undefined) return 1;
  mkdirSync(target, { recursive: true });
  const all = [...sheets(loaded.bank), ...essaySheets(loaded.essays)];
  for (const [name, asked] of all) writeFileSync(join(target, `${name}.json`), `${JSON.stringify(asked, null, 2)}\n`);
  print(`${all.length} sheets written to ${target}.`);
  return 0;
}

function blind(
  folder: string,
  from: { file: string; on: string | undefined; reader: string | undefined },
  print: (text: string) => void,
): number {
  const on = day.safeParse(from.on);
  if (!on.success) return refuse(print, ['Say the day of reading: --on 2026-11-23.']);
  const reader = readerName.safeParse(from.reader);
  if (!reader.success) return refuse(print, ['Say who read, by a short name in small letters: --reader a.']);
  const answers = blindAnswers.safeParse(jsonOf(from.file));
  if (!answers.success)
    return refuse(print, [`${from.file} cannot be read, or does not hold { "<item id>": ["B"], … }.`]);
  const loaded = whole(folder, print);
  if (loaded === undefined) return 1;
  const faults = faultsOf(loaded.bank, answers.data);
  if (faults.length > 0) return refuse(print, faults);
  const { bank, disagreements } = recordBlind(loaded.bank, answers.data, { name: reader.data, on: on.data });
  writeBank(folder, bank);
  for (const { item, picked } of disagreements) {
    print(`${item.id}: the key is ${item.key.join('')}, the reader picked ${picked.join('')}\n  ${item.stem}`);
  }
  print(`${Object.keys(answers.data).length} answers recorded, ${disagreements.length} differ from the key.`);
  return 0;
}

function readEssays(
  folder: string,
  from: { file: string; on: string | undefined },
  print: (text: string) => void,
): number {
  const on = day.safeParse(from.on);
  if (!on.success) return refuse(print, ['Say the day of reading: --on 2026-11-23.']);
  const verdicts = essayVerdicts.safeParse(jsonOf(from.file));
  if (!verdicts.success)
    return refuse(print, [`${from.file} cannot be read, or does not hold { "<essay id>": { "agreed": true } }.`]);
  const loaded = whole(folder, print);
  if (loaded === undefined) return 1;
  const faults = verdictFaults(loaded.essays, verdicts.data);
  if (faults.length > 0) return refuse(print, faults);
  for (const file of recordReading(loaded.essays, verdicts.data, on.data))
    writeFileSync(join(folder, file.path), formatEssayFile(file));
  const given = Object.values(verdicts.data);
  print(`${given.length} readings recorded, ${given.filter((v) => !v.agreed).length} do not agree.`);
  return 0;
}

/** Puts on the list what is reviewed and new to it. Refuses while a released item was edited without a higher version. */
function releaseMock(folder: string, refs: Refs, print: (text: string) => void): number {
  const mock = loadMock(folder, refs, readBank(bankFolder).bank);
  const against = againstRelease(mock);
  if (against.length > 0) return refuse(print, [findingsText(against), '\nMend these first; nothing was written.']);
  const fresh = candidatesOf(mock).filter((c) => c.reviewed && standingOf(c, mock.released) === 'new');
  writeReleased(folder, listed(fresh, mock.released));
  print(`${fresh.length} items put on the list of released items.`);
  return 0;
}

/** The bank when all of it could be read and relabelled safely: rewriting a file that was read in part would lose the rest. */
function whole(folder: string, print: (text: string) => void): Read | undefined {
  const loaded = readBank(folder);
  const broken = [duplicateId, kindShape, key].flatMap((soundness) => soundness(loaded.bank));
  const errors = [...loaded.findings.filter((f) => f.level === 'error'), ...broken];
  if (errors.length === 0) return loaded;
  print(`${findingsText(errors)}\n\nMend these first; nothing was written.`);
  return undefined;
}

/** Writes the files whose text changes; answers how many. */
function writeBank(folder: string, bank: Bank): number {
  const changed = bank.files.filter(
    (file) => readFileSync(join(folder, file.path), 'utf8') !== formatQuestionFile(file),
  );
  for (const file of changed) writeFileSync(join(folder, file.path), formatQuestionFile(file));
  return changed.length;
}

function refuse(print: (text: string) => void, sentences: readonly string[]): number {
  print(sentences.join('\n'));
  return 1;
}

/** What a JSON file holds; undefined when it cannot be read. */
function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

if (import.meta.main) process.exitCode = run(process.argv.slice(2), console.log);
