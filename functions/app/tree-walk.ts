// A walk over a tree that can stop anywhere and go on later: all children of a unit together, then the children of each of them.
// Where it stands is a short stack, however wide the tree is, so that it fits into a cursor.

/** A unit whose children are being listed, or, once they all are, being opened one by one; `after` is the last one done. */
export interface Step {
  parent: string | null;
  stage: 'list' | 'open';
  after: string;
}

export interface Walk {
  /** Gives the ids of a unit's children, sorted. */
  children(parent: string | null): Promise<readonly string[]>;
  /** The most ids of one page. */
  limit: number;
}

export interface Walked {
  found: { id: string; parent: string | null }[];
  /** The stack to go on with; empty at the end. */
  stack: Step[];
}

/** How many units' children are asked for at once. */
const AHEAD = 24;

/** The beginning of a walk below `parent`. */
export function below(parent: string | null): Step[] {
  return [{ parent, stage: 'list', after: '' }];
}

/** Walks on from a stack until the page is full or the tree is done. A parent always comes before its children. */
export async function walkOn(stack: readonly Step[], { children, limit }: Walk): Promise<Walked> {
  const known = new Map<string | null, Promise<readonly string[]>>();
  const ask = (parent: string | null) => {
    const asked = known.get(parent) ?? children(parent);
    known.set(parent, asked);
    return asked;
  };
  const found: Walked['found'] = [];
  const left = stack.map((step) => ({ ...step }));
  for (let step = left.at(-1); step !== undefined; step = left.at(-1)) {
    const { parent, after } = step;
    const rest = (await ask(parent)).filter((id) => id > after);
    if (step.stage === 'list') {
      const taken = rest.slice(0, limit - found.length);
      found.push(...taken.map((id) => ({ id, parent })));
      const isDone = taken.length === rest.length;
      Object.assign(step, isDone ? { stage: 'open', after: '' } : { after: taken.at(-1) ?? after });
      if (!isDone || found.length === limit) return { found, stack: left };
    } else if (rest[0] === undefined) left.pop();
    else {
      await Promise.all(rest.slice(0, AHEAD).map(ask));
      step.after = rest[0];
      left.push(...below(rest[0]));
    }
  }
  return { found, stack: left };
}
