// Marks for answers in words as they grow: point by point, those that were given last hold.
import type { EssayMarks } from './result.ts';

/** What holds of marks after more of them were given. */
export function withMarks(held: EssayMarks, more: EssayMarks): EssayMarks {
  return merged(held, more, (a, b) => merged(a, b, (x, y) => ({ ...x, ...y })));
}

type Nested<T> = Readonly<Record<string, T>>;

function merged<T>(held: Nested<T>, more: Nested<T>, both: (a: T, b: T) => T): Nested<T> {
  const changed = Object.entries(more).map(([name, value]) => {
    const before = held[name];
    return [name, before === undefined ? value : both(before, value)] as const;
  });
  return { ...held, ...Object.fromEntries(changed) };
}
