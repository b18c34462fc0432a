// The bundles of the functions as they are deployed: what they export, what they import, what they leave out.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnswering } from '../../../functions/entry/function-entry.ts';
import { manifest } from '../../../functions/entry/manifest.ts';
import { functionsPart } from '../../../functions/local/bundle-functions.ts';

const root = join(import.meta.dirname, '../../..');
const names = manifest.map((entry) => entry.name);
const answering = new Set(manifest.filter(isAnswering).map((entry) => entry.name));
const log: string[] = [];
let into: string;

interface Meta {
  inputs: { [path: string]: unknown };
  outputs: {
    [path: string]: {
      imports: { path: string }[];
      exports: string[];
      inputs: { [path: string]: { bytesInOutput: number } };
    };
  };
}

/** What a function answers about and therefore brings: rules as data, no question. */
const DATA: { [name: string]: RegExp } = {
  exams: /content\/(eligibility|exam-guide|exams|pass-lines|subjects)\.json$|content\/exam-data\.ts$/,
  station: /content\/(appraisal\/[\w-]+|subsidies)\.json$|content\/(appraisal\/templates|subsidy-rules)\.ts$/,
};

const metaOf = (name: string): Meta => JSON.parse(readFileSync(join(into, `${name}.meta.json`), 'utf8'));
const outputOf = (name: string) => Object.values(metaOf(name).outputs)[0];

beforeAll(async () => {
  into = mkdtempSync(join(tmpdir(), 'bundles-'));
  await functionsPart.make({ root, into, log: (line) => log.push(line) });
}, 60_000);

afterAll(() => rmSync(into, { recursive: true, force: true }));

describe.each(names)('the bundle %s', (name) => {
  it('exports the handler for Lambda, and the app for one machine where it answers requests', () => {
    expect(outputOf(name)?.exports.sort()).toEqual(answering.has(name) ? ['app', 'handler'] : ['handler']);
  });

  it('imports nothing but what Node brings', () => {
    expect(outputOf(name)?.imports.filter(({ path }) => !isBuiltin(path))).toEqual([]);
  });

  it('leaves out the credential chain, the tools of development and the bank', () => {
    const parts = Object.entries(outputOf(name)?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const inside = parts.flatMap(([path]) => (DATA[name]?.test(path) ? [] : [path])).join('\n');
    expect(inside).not.toMatch(
      /credential-provider-(node|sso|ini|process)|nested-clients|zod-openapi|functions\/content\//,
    );
    expect(inside).toMatch(/functions\/local\/bundle-credentials\.ts/);
  });

  it('has its size said', () => {
    expect(log.join()).toMatch(new RegExp(`${name} \\d+ kB`));
  });
});
