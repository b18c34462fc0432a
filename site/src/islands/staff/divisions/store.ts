// The administrative divisions in the browser: the file down to the counties when it is first asked for, the townships of a province when one of
// them may be meant. Files under a hash come from the cache once they were read.
import type { Divisions } from '../../../../../functions/domain/divisions/division.ts';
import { type DivisionFile, type DivisionIndex, divisionsOf } from '../../../../../functions/domain/divisions/file.ts';
import { pathOf } from '../../../../../functions/domain/divisions/paths.ts';
import { type SearchIndex, search, searchIndex } from '../../../../../functions/domain/divisions/search.ts';
import type { Day } from '../../../../../functions/domain/time.ts';

/** One found: what is above it stands before its name, the province first. */
export interface Found {
  code: string;
  path: string[];
}

export interface DivisionState {
  /** `loading` also while a province is on its way. */
  state: 'loading' | 'ready' | 'failed';
  /** The best for a text, and whether there are more. */
  find(text: string, most: number): { found: Found[]; isMore: boolean };
  /** From the province down to the code; empty for a code that is not there, or not loaded. */
  path(code: string): string[];
}

export interface DivisionStore {
  /** What is there; begins to load the counties when nobody has. */
  look(): DivisionState;
  /** Begins to load the townships beside a code. A text that is no code is none. */
  wantBeside(code: string): void;
  /** Tries again what could not be read. */
  retry(): void;
  subscribe(hear: () => void): () => void;
}

/** What a store is made from: the hash of the index, the day whose divisions are shown, and how a file is read by its hash. */
interface Source {
  index: string;
  day: Day;
  read: (hash: string) => Promise<unknown>;
}

export function divisionStore({ index, day, read }: Source): DivisionStore {
  const listeners = new Set<() => void>();
  /** Hash → whether it is on its way, there, or could not be had. */
  const files = new Map<string, 'loading' | 'ready' | 'failed'>();
  const wanted = new Set<string>();
  let packs: DivisionIndex['packs'] = {};
  let known: Divisions = new Map();
  let shown: DivisionState = stateOf(known, { day, state: 'loading' });

  const draw = () => {
    const states = [...files.values()];
    const isOpen = states.length === 0 || states.includes('loading');
    const state = states.includes('failed') ? 'failed' : isOpen ? 'loading' : 'ready';
    shown = stateOf(known, { day, state });
    for (const hear of listeners) hear();
  };

  async function load(hash: string): Promise<void> {
    files.set(hash, 'loading');
    try {
      const file = (await read(hash)) as DivisionFile & Partial<DivisionIndex>;
      if (file.packs !== undefined) packs = file.packs;
      // A province's file holds its counties again: they are the same.
      known = new Map([...known, ...divisionsOf(file)]);
      files.set(hash, 'ready');
      loadWanted();
    } catch {
      files.set(hash, 'failed');
    }
    draw();
  }

  function loadWanted(): void {
    for (const code of wanted) {
      const hash = packs[provinceOf(known, code, day)];
      if (hash !== undefined && !files.has(hash)) void load(hash);
    }
  }

  return {
    look() {
      if (!files.has(index)) void load(index);
      return shown;
    },
    wantBeside(code) {
      const county = code.slice(0, 6);
      if (!/^[1-9]\d{5}$/.test(county) || wanted.has(county)) return;
      wanted.add(county);
      loadWanted();
      draw();
    },
    retry() {
      for (const [hash, state] of files) if (state === 'failed') void load(hash);
      draw();
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

/** The province of a code by its links; of one that is not known, the one whose digits it has. */
function provinceOf(divisions: Divisions, code: string, day: Day): string {
  return pathOf(divisions, code, day)[0]?.code ?? `${code.slice(0, 2)}0000`;
}

function stateOf(divisions: Divisions, { day, state }: { day: Day; state: DivisionState['state'] }): DivisionState {
  // Made when it is first searched: a page that shows one name needs none.
  let index: SearchIndex | undefined;
  const path = (code: string) => pathOf(divisions, code, day).map(({ name }) => name);
  return {
    state,
    path,
    find(text, most) {
      index ??= searchIndex(divisions, day);
      const all = search(index, text, most + 1);
      return { found: all.slice(0, most).map(({ code }) => ({ code, path: path(code) })), isMore: all.length > most };
    },
  };
}
