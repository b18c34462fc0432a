// One attempt in one tab: what is shown at once, and on the disk before it is sent. Only the tab that writes changes the sheet.
import type { Disk, Held, Step } from './disk.ts';
import {
  blankAt,
  type Change,
  headOf,
  type Outcome,
  placeOf,
  type Sheet,
  type Sitting,
  type Stand,
  type Standing,
  standsOf,
  stood,
} from './rows.ts';

/** When a change is made: milliseconds since the attempt's start by the server's clock, and by the page's own clock. */
export interface Moment {
  seq: number;
  ms: number;
}

export interface Book {
  readonly sheet: Sheet;
  readonly changes: ReadonlyMap<string, Change>;
  /** Whether the last change reached the disk. */
  readonly isKept: boolean;
  at(n: number, part?: string): Stand;
  /** Puts something to a place. It counts from now on, and orders itself after all that this browser knows of the place. */
  change(
    place: { n: number; part?: string },
    what: Partial<Pick<Stand, 'picked' | 'flagged' | 'text'>>,
    at: Moment,
  ): void;
  /** Adds to the time a question was on the screen. Dated right after the answer it belongs to, it never wins over another answer. */
  spend(n: number, seconds: number, ms: number): void;
  takeIn(sitting: Sitting): void;
  /** How the attempt stands, and what became of changes. Tells how many of them it answered for. */
  settle(told: Standing, outcomes?: readonly Outcome[]): number;
  /** The server will not take it: it stays on this device. */
  refuse(change: Change): void;
  note(what: Partial<Pick<Sheet, 'at' | 'clock' | 'handIn' | 'endedMs'>>): void;
  /** Resolves when all is on the disk, or could not be put there. */
  flushed(): Promise<void>;
  /** Reads in what another tab has written. */
  refresh(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface BookOptions {
  disk: Disk;
  /** What the disk held, or what the server told when it held nothing. */
  held: Held;
  /** Tells the other tabs. */
  told(): void;
}

export function openBook({ disk, held, told }: BookOptions): Book {
  let { sheet } = held;
  let isKept = disk.kept;
  const stands = new Map(held.stands.map((stand) => [placeOf(stand), stand]));
  // The clock that dated them was another page's: they have waited long enough.
  const restarted = (change: Change) => ({ ...change, firstMs: 0, lastMs: 0 });
  const changes = new Map(held.changes.map((change) => [placeOf(change), restarted(change)]));
  const listeners = new Set<() => void>();
  let dirty: Dirty = clean();
  let flushing: Promise<void> | undefined;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const isDirty = () => dirty.places.size + dirty.settled.length > 0 || dirty.sheet;
  async function flush(): Promise<void> {
    while (isDirty()) {
      const { places, settled, sheet: isSheet } = dirty;
      dirty = clean();
      const rows = <R>(map: ReadonlyMap<string, R>) => [...places].flatMap((place) => map.get(place) ?? []);
      const step: Step = { stands: rows(stands), changes: rows(changes), settled, ...(isSheet ? { sheet } : {}) };
      await disk.save(sheet.attempt, step).then(
        () => {
          isKept = disk.kept;
        },
        () => {
          isKept = false;
        },
      );
    }
    told();
  }
  function begin(): void {
    flushing ??= flush().then(() => {
      flushing = undefined;
      // What came in the very moment in which the last step ended.
      if (isDirty()) begin();
    });
  }
  function save(what: Partial<{ places: string[]; settled: Change[]; sheet: boolean }>): void {
    for (const place of what.places ?? []) dirty.places.add(place);
    dirty.settled.push(...(what.settled ?? []));
    dirty.sheet ||= what.sheet === true;
    begin();
    tell();
  }
  function put(stand: Stand, note: boolean, ms: number): void {
    const place = placeOf(stand);
    const waiting = changes.get(place);
    stands.set(place, stand);
    // A note joins what waits already; what is more than a note begins its own wait. Refused once, a place is offered again with its next change.
    const joins = waiting !== undefined && (note || !waiting.note);
    const firstMs = joins ? waiting.firstMs : ms;
    changes.set(place, { ...stand, note: note && waiting?.note !== false, lastMs: ms, firstMs });
    sheet = { ...sheet, lastSeq: Math.max(sheet.lastSeq, stand.seq) };
    save({ places: [place], sheet: true });
  }
  const at = (n: number, part = '') => stands.get(placeOf({ n, part })) ?? blankAt(n, part);
  const stand = (next: Stand): boolean => {
    const place = placeOf(next);
    if ((stands.get(place)?.seq ?? -1) >= next.seq) return false;
    stands.set(place, next);
    return true;
  };

  return {
    get sheet() {
      return sheet;
    },
    get changes() {
      return changes;
    },
    get isKept() {
      return isKept;
    },
    at,
    change({ n, part = '' }, what, { seq, ms }) {
      const held = at(n, part);
      put({ ...held, ...what, seq: Math.max(seq, sheet.lastSeq + 1, held.seq + 1) }, false, ms);
    },
    spend(n, seconds, ms) {
      const held = at(n);
      put({ ...held, spentS: held.spentS + seconds, seq: held.seq + 1 }, true, ms);
    },
    takeIn(sitting) {
      if (sitting.now < sheet.heardAt) return;
      const places = standsOf(sitting).filter(stand).map(placeOf);
      sheet = { ...sheet, head: headOf(sitting), asked: sitting.asked, heardAt: sitting.now };
      save({ places, sheet: true });
    },
    settle(told, outcomes = []) {
      const settled = outcomes.flatMap((outcome) => {
        const change = changes.get(placeOf(outcome));
        return change?.seq === outcome.seq ? [change] : [];
      });
      for (const change of settled) changes.delete(placeOf(change));
      const late = outcomes.flatMap(({ n, part = '', reason }) => (reason === undefined ? [] : [{ n, part, reason }]));
      const isNews = told.now >= sheet.heardAt;
      sheet = {
        ...sheet,
        ...(isNews ? { head: stood(sheet.head, told), heardAt: told.now } : {}),
        late: [...sheet.late.filter((one) => !late.some((other) => placeOf(other) === placeOf(one))), ...late],
      };
      save({ settled, sheet: true });
      return settled.length;
    },
    refuse(change) {
      const held = changes.get(placeOf(change));
      if (held?.seq !== change.seq) return;
      changes.set(placeOf(change), { ...held, refused: true });
      save({ places: [placeOf(change)] });
    },
    note(what) {
      sheet = { ...sheet, ...what };
      save({ sheet: true });
    },
    flushed: () => flushing ?? Promise.resolve(),
    async refresh() {
      await flushing;
      const before = new Map(changes);
      const found = await disk.load(sheet.attempt);
      if (found === undefined) return;
      found.stands.filter(stand);
      for (const change of found.changes) {
        const place = placeOf(change);
        if ((changes.get(place)?.seq ?? -1) < change.seq) changes.set(place, restarted(change));
      }
      // What stood on the disk and is gone was answered for.
      const left = new Set(found.changes.map(placeOf));
      for (const [place, change] of before)
        if (!left.has(place) && changes.get(place) === change) changes.delete(place);
      const lastSeq = Math.max(sheet.lastSeq, found.sheet.lastSeq);
      sheet = { ...(found.sheet.heardAt >= sheet.heardAt ? found.sheet : sheet), lastSeq, at: sheet.at };
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Dirty {
  places: Set<string>;
  settled: Change[];
  sheet: boolean;
}

function clean(): Dirty {
  return { places: new Set(), settled: [], sheet: false };
}
