// The long forms of the tests of faults, as a step of their own: `npm run soak`. Hours on a small machine; each seed is printed as it passes.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'vitest',
  ['run', '--project', 'unit', '--reporter=verbose', 'faults.test', 'training-traces.test'],
  {
    stdio: 'inherit',
    env: { ...process.env, SOAK: '1' },
  },
);
process.exitCode = status ?? 1;
