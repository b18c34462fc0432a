// The yardstick: a fixed piece of work on this machine, in this run. A time is told in yardsticks beside its milliseconds, because
// milliseconds drift with the machine and its neighbours.

/** Steps of the yardstick's loop: some 20 ms on a core of 2024. */
const STEPS = 16_000_000;
const RUNS = 5;

/** Processor time of the yardstick, in milliseconds: the median of some runs. */
export function yardstickMs(): number {
  return cpuMs(() => hashed(STEPS), RUNS);
}

/** Processor time of synchronous work, in milliseconds: the median of so many runs after one that warms up. */
export function cpuMs(work: () => unknown, runs: number): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('a median needs a number');
  return (low + high) / 2;
}

/** FNV-1a over the numbers 0, 1, 2, …, a byte each: whole-number work in one register, nothing to allocate. */
function hashed(steps: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < steps; i += 1) hash = Math.imul(hash ^ (i & 0xff), 0x01000193);
  return hash;
}
