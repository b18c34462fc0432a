// Much work, a little at a time: so many at once and no more, whatever the table would take.

/**
 * Does the work for each, at most `most` at once, in no particular order. When one throws, no further ones are begun; what is under way is waited for,
 * so that nothing works on behind the back of whoever was told; then the first that threw is thrown.
 */
export async function inParallel<T>(most: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const errors: unknown[] = [];
  const next = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      await work(one).catch((error: unknown) => {
        queue.length = 0;
        errors.push(error);
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, next));
  if (errors.length > 0) throw errors[0];
}
