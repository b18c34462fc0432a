// `npm run check`: everything that is checked without running a test. A line a step, the step's output only when it fails.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(import.meta.dirname, '..');

export interface Step {
  name: string;
  /** What Node runs, from the project's root, and its arguments. */
  run: readonly string[];
}

export interface Count {
  passed: number;
  failed: number;
}

/** First, because others read what it makes. */
const BUILD: Step = { name: 'build', run: ['functions/local/build.ts'] };

/** The longest first: they decide when all are done. */
const STEPS: readonly Step[] = [
  {
    name: 'pages',
    run: ['node_modules/astro/bin/astro.mjs', 'check', '--root', 'site', '--minimumFailingSeverity', 'warning'],
  },
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'unused', run: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'imports', run: ['tests/fences/import-rules.ts'] },
  { name: 'style', run: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'] },
  { name: 'bank', run: ['functions/content/cli.ts', 'check'] },
];

/** Weighs what the build made. */
const SIZES: Step = { name: 'sizes', run: ['tests/fences/size-budget.ts'] };

/** Runs every step and prints a line for each. */
export async function check(print: (line: string) => void): Promise<Count> {
  const built = await runSteps([BUILD], print);
  const rest = await runSteps(built.failed === 0 ? [...STEPS, SIZES] : STEPS, print);
  if (built.failed > 0) print('fail sizes: nothing to weigh, the build failed');
  const unweighed = built.failed;
  return { passed: built.passed + rest.passed, failed: built.failed + rest.failed + unweighed };
}

/** Runs steps side by side, as many as there are processors. */
export async function runSteps(steps: readonly Step[], print: (line: string) => void): Promise<Count> {
  const queue = [...steps];
  const count: Count = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
      const ok = await runStep(step, print);
      count[ok ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return count;
}

async function runStep({ name, run }: Step, print: (line: string) => void): Promise<boolean> {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, run, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<boolean>((resolve) =>
    child.on('error', () => resolve(false)).on('close', (code) => resolve(code === 0)),
  );
  const [out, err, ok] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(ok ? `ok ${name} ${seconds} s` : `fail ${name} ${seconds} s\n${out}${err}`.trimEnd());
  return ok;
}

if (import.meta.main) {
  const { failed } = await check(console.log);
  process.exitCode = failed === 0 ? 0 : 1;
}
