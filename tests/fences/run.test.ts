// The check and the run count what happened: a failure, a crash and silence are never a success.
import { describe, expect, it } from 'vitest';
import { runSteps } from '../check.ts';
import { type Report, tally } from '../run.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((t) => ({ status: t })) });
const report = (...testResults: Report['testResults']): Report => {
  const tests = testResults.flatMap((result) => result.assertionResults);
  const numPassedTests = tests.filter((test) => test.status === 'passed').length;
  return { numPassedTests, numTotalTests: tests.length, testResults };
};

describe('the tally of a run', () => {
  it.each([
    ['all passed', report(file('passed', 'passed', 'passed')), 0, { passed: 2, failed: 0 }],
    ['one failed', report(file('failed', 'passed', 'failed')), 1, { passed: 1, failed: 1 }],
    ['a file that could not be loaded', report(file('passed', 'passed'), file('failed')), 1, { passed: 1, failed: 1 }],
    ['a setup that failed', report(file('failed', 'skipped', 'skipped')), 1, { passed: 0, failed: 2 }],
    ['a teardown that failed', report(file('failed', 'passed')), 1, { passed: 1, failed: 1 }],
    ['a skipped test', report(file('passed', 'passed', 'skipped')), 0, { passed: 1, failed: 1 }],
    ['a crash after the last test', report(file('passed', 'passed')), 1, { passed: 1, failed: 1 }],
    ['no test at all', report(), 0, { passed: 0, failed: 1 }],
    ['no report', undefined, 0, { passed: 0, failed: 1 }],
    ['a killed run', report(file('passed', 'passed')), null, { passed: 1, failed: 1 }],
  ])('counts %s', (_name, counted, exitCode, expected) => {
    expect(tally(counted, exitCode)).toEqual(expected);
  });
});

describe('the steps of the check', () => {
  const step = (name: string, code: string) => ({ name, run: ['-e', code] });

  it('say one line when they pass, and their output when they fail', async () => {
    const lines: string[] = [];
    const steps = [
      step('quiet', "console.log('nobody reads this')"),
      step('loud', "console.log('why'); process.exit(2)"),
    ];
    expect(await runSteps(steps, (line) => lines.push(line))).toEqual({ passed: 1, failed: 1 });
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^fail loud \d+\.\d s\nwhy$/),
      expect.stringMatching(/^ok quiet \d+\.\d s$/),
    ]);
  });

  it('fail when they are killed', async () => {
    const count = await runSteps([step('killed', "process.kill(process.pid, 'SIGKILL')")], () => {});
    expect(count).toEqual({ passed: 0, failed: 1 });
  });
});
