// Turns for what would only get in its own way: tasks of this process that name the same thing run one after the other.
// Between processes nothing is held: there the conditions of the table decide.

export type Lanes = <T>(names: Iterable<string>, task: () => Promise<T>) => Promise<T>;

/** A set of lanes. A task runs when all earlier ones that share a name with it are over, whatever became of them. */
export function lanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return async (names, task) => {
    const own = [...new Set(names)];
    // All turns are taken at once, so that two tasks never wait for each other.
    const turn = Promise.allSettled(own.map((name) => tails.get(name))).then(task);
    for (const name of own) tails.set(name, turn);
    try {
      return await turn;
    } finally {
      for (const name of own) if (tails.get(name) === turn) tails.delete(name);
    }
  };
}
