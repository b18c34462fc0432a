// Much work, a little at a time: so many at once and no more, whatever the table would take.

/** Does the work for each, at most `most` at once, in no particular order. The first that throws is thrown; no further ones are begun. */
export async function inParallel<T>(most: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  const next = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      await work(one).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, next));
}
