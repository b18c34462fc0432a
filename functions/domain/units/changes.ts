// Every dated change of units as one table. A change answers with the units it changes or makes, whole, or with why it is refused;
// it may be dated in the past or the future, but never before an entry it would rewrite.
import type { Day } from '../time.ts';
import { type Draft, type Drafted, draftOf, type Outcome, sealed, type World } from './draft.ts';
import {
  type Appoint,
  appoint,
  type Correct,
  correct,
  type Move,
  move,
  type Relieve,
  type Rename,
  relieve,
  rename,
} from './fields.ts';
import { type Close, close, type Merge, merge, type Open, open, type Split, split } from './life.ts';
import { type Rectify, rectify } from './rectify.ts';

export type Change = Open | Rename | Move | Close | Merge | Split | Correct | Appoint | Relieve | Rectify;

const CHANGES: { [K in Change['kind']]: (draft: Draft, change: Extract<Change, { kind: K }>, day: Day) => Drafted } = {
  open,
  rename,
  move,
  close,
  merge,
  split,
  correct,
  appoint,
  relieve,
  rectify,
};

/**
 * What a change makes of the world from `day` on (for a rectification: the day of the entry that is wrong). The world is not touched.
 * The units of the outcome are written together or not at all: only as a whole do they keep the laws.
 */
export function change(world: World, wanted: Change, day: Day): Outcome {
  // The table pairs each kind with its own step; TypeScript cannot follow that through an index.
  const step = CHANGES[wanted.kind] as (draft: Draft, wanted: Change, day: Day) => Drafted;
  const drafted = step(draftOf(world), wanted, day);
  return drafted.ok ? sealed(drafted.draft) : drafted;
}
