// `npm test`: the check, then every test. The last line is `N passed, N failed` alone; a step of the check counts as a test, and so does
// whatever crashes: silence is never success.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Count, check } from './check.ts';

const ROOT = join(import.meta.dirname, '..');

/** What vitest's JSON reporter writes, as far as it is counted. */
export interface Report {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * What a run of vitest comes to. A test that did not run has failed: its file's setup did not work. So has a file that failed without a
 * failed test, and a run that ended badly without saying why, or ended well without a single test.
 */
export function tally(report: Report | undefined, exitCode: number | null): Count {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numTotalTests: total, testResults: files } = report;
  const broken = files.filter((f) => f.status === 'failed' && f.assertionResults.every((a) => a.status === 'passed'));
  const failed = total - passed + broken.length;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

/** The projects of vitest.config.ts, side by side: the browser's stories wait more than they work. */
const PROJECTS = ['browser', 'unit', 'pure'];

/** Runs every test of a project, its output shown as it comes. */
async function runTests(project: string): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters];
  const child = spawn(process.execPath, vitest, { cwd: ROOT, stdio: 'inherit' });
  const exitCode = await new Promise<number | null>((resolve) =>
    child.on('error', () => resolve(null)).on('close', resolve),
  );
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  return tally(report, exitCode);
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts a part of the run; one that throws is shown and counts as one failure. */
async function counted(part: () => Promise<Count>): Promise<Count> {
  try {
    return await part();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

if (import.meta.main) {
  const checked = await counted(() => check(console.log));
  const tested = await Promise.all(PROJECTS.map((project) => counted(() => runTests(project))));
  const sum = (of: keyof Count) => [checked, ...tested].reduce((all, count) => all + count[of], 0);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}
