// Runs dependency-cruiser over a copy of the source in which the scripts of .astro files stand as TypeScript, because it reads no .astro.
// The same run serves `npm run check` and the test that plants violations. Run directly, it is the import step of the check.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { scriptOf } from './astro-script.ts';
import { projectFiles, ROOT } from './files.ts';

/** The rules, read as dependency-cruiser's own command reads them. */
const rules = pathToFileURL(join(ROOT, '.dependency-cruiser.mjs')).href;
const { default: config } = (await import(rules)) as { default: IConfiguration };

/** The fewest modules each folder must show: a checker that skips what it cannot read also finds no violations. */
export const FEWEST: { [folder: string]: number } = {
  'functions/domain': 12,
  'functions/contract': 6,
  'functions/content': 15,
  'functions/store': 8,
  'functions/app': 5,
  'functions/http': 8,
  'functions/identity': 1,
  'functions/jobs': 6,
  'functions/mail': 4,
  'functions/entry': 3,
  'functions/local': 10,
  'site/src': 20,
  infra: 8,
  tests: 20,
};

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

export interface Cruised {
  violations: Violation[];
  /** How many modules were read in each folder of FEWEST. */
  seen: { [folder: string]: number };
}

/** Cruises the project's source, with `planted` files (path → text) added to the copy. */
export async function cruiseSource(planted: { [path: string]: string } = {}): Promise<Cruised> {
  const copy = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    copySource(copy);
    for (const [path, text] of Object.entries(planted)) write(join(copy, path), text);
    const { forbidden = [], options = {} } = config;
    const { output } = await cruise(
      ['functions', 'infra', 'site', 'tests'],
      { ...options, ruleSet: { forbidden }, validate: true, baseDir: copy, preserveSymlinks: true },
      options.enhancedResolveOptions,
      { tsConfig: extractTSConfig(join(copy, 'tsconfig.json')) },
    );
    return summary(output as ICruiseResult);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Which folders showed too few modules, each as a sentence. */
export function unseen({ seen }: Cruised): string[] {
  return Object.entries(FEWEST)
    .filter(([folder, fewest]) => (seen[folder] ?? 0) < fewest)
    .map(([folder, fewest]) => `${folder}: ${seen[folder] ?? 0} modules read, at least ${fewest} expected`);
}

function copySource(copy: string): void {
  for (const path of projectFiles()) {
    if (!/^(functions|infra|site|tests)\/|^[^/]+\.json$/.test(path)) continue;
    const target = join(copy, path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(ROOT, path), target);
    if (path.endsWith('.astro')) write(`${target}.ts`, scriptOf(readFileSync(target, 'utf8')));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function summary({ modules, summary: { violations } }: ICruiseResult): Cruised {
  const own = modules.filter((m) => /\.(ts|tsx)$/.test(m.source) && !m.couldNotResolve);
  const count = (folder: string) => own.filter((m) => m.source.startsWith(`${folder}/`)).length;
  return {
    violations: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    seen: Object.fromEntries(Object.keys(FEWEST).map((folder) => [folder, count(folder)])),
  };
}

if (import.meta.main) {
  const cruised = await cruiseSource();
  const comments = new Map(config.forbidden?.map((rule) => [rule.name, rule.comment]));
  for (const { rule, from, to } of cruised.violations) console.log(`${from} → ${to}: ${rule}. ${comments.get(rule)}`);
  for (const sentence of unseen(cruised)) console.log(sentence);
  process.exitCode = cruised.violations.length + unseen(cruised).length === 0 ? 0 : 1;
}
