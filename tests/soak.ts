// The long forms of the tests of faults, as a step of their own: `npm run soak`. Hours on a small machine; each seed is printed as it passes.
import { spawnSync } from 'node:child_process';

/** By project: the files whose tests have a long form. */
const LONG = { unit: ['faults.test', 'training-traces.test'], browser: ['exam-plug.test'] };

const statuses = Object.entries(LONG).map(([project, files]) => {
  const { status } = spawnSync('vitest', ['run', '--project', project, '--reporter=verbose', ...files], {
    stdio: 'inherit',
    env: { ...process.env, SOAK: '1' },
  });
  return status ?? 1;
});
process.exitCode = Math.max(...statuses);
