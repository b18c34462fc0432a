// The keys of figures on one screen: a third one beside keys.ts and mock-keys.ts, for the functions that count and for those that show what was counted.

/** Joins keys inside a key: no part of any key holds it. */
export const JOINT = '~';

interface Key {
  PK: string;
  SK: string;
}

export const figureKeys = {
  /** The figures of a unit's shelf: the unit with all below it (`then`), the unit alone (`own`), and what newer boundaries change (`moved`). */
  counter: (unit: string, shelf: string, part: string) => ({ PK: `COUNT#${unit}`, SK: `${shelf}#${part}` }),
  /** What was counted of a source fact. */
  receipt: ({ PK, SK }: Key) => ({ PK: `COUNTED#${PK}`, SK }),
  /** That a source fact has something on a book (`training#2026`) of a unit: by this facts are found from units. */
  pointer: (unit: string, book: string, { PK, SK }: Key) => ({
    PK: `FACTS#${unit}`,
    SK: [book, PK, SK].join(JOINT),
  }),
  /** A version of a source fact; a later `cut` of the same version, when a change of the tree has cut it otherwise. */
  history: ({ PK, SK }: Key, version: number, cut = '') => ({
    PK: `HISTORY#${PK}`,
    SK: `${SK}#${String(version).padStart(6, '0')}${cut === '' ? '' : `#${cut}`}`,
  }),
  /** That a unit went into another one, under that one. */
  merged: (successor: string, unit: string) => ({ PK: `FACTS#${successor}`, SK: `MERGED${JOINT}${unit}` }),
  /** A unit whose place in the tree has changed, until all facts below it are counted again. */
  treeChange: (unit: string) => ({ PK: 'TREECHANGES', SK: `UNIT#${unit}` }),
  /** The nightly recount: how far it is, what each one found, and each figure that was off. */
  reckoning: { PK: 'RECKONING', SK: 'STATE' },
  reckoned: (day: string) => ({ PK: 'RECKONED', SK: `DAY#${day}` }),
  drift: (day: string, at: { unit: string; shelf: string; part: string; name: string }) => ({
    PK: `DRIFTS#${day}`,
    SK: [at.unit, at.shelf, at.part, at.name].join(JOINT),
  }),
  /** A source fact that a recount found counted otherwise than it is. */
  behind: (day: string, { PK, SK }: Key) => ({ PK: `BEHIND#${day}`, SK: [PK, SK].join(JOINT) }),
} as const;
