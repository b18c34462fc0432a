// What lies beside the bundles that ask mock papers, made from the bank that ships.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { placeMockBank } from '../../../functions/local/bundle-mock-bank.ts';
import { BuildError } from '../../../functions/local/bundle-part.ts';

const root = join(import.meta.dirname, '../../..');

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('puts the same files into every folder, and says how many items they hold', async () => {
  const folders = [scratch(), join(scratch(), 'mock')];
  const count = await placeMockBank(root, folders);
  const [first, second] = folders.map((folder) =>
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  );
  expect(second).toEqual(first);
  const subjects = (first ?? []).filter(([name]) => name !== 'index.json');
  expect(subjects.reduce((sum, [, text]) => sum + JSON.parse(text).items.length, 0)).toBe(count);
  expect(count).toBeGreaterThanOrEqual(180);
});

it('does not build when a released item was edited', async () => {
  const edited = scratch();
  cpSync(join(root, 'functions/content'), join(edited, 'functions/content'), { recursive: true });
  const path = join(edited, 'functions/content/mock/junior-comprehensive/01.json');
  const file = JSON.parse(readFileSync(path, 'utf8'));
  file.items[0].explanation += '（改过）';
  writeFileSync(path, JSON.stringify(file));
  await expect(placeMockBank(edited, [])).rejects.toThrow(BuildError);
  await expect(placeMockBank(edited, [])).rejects.toThrow(/was released with other words/);
});
