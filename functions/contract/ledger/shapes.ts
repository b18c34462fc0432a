// What goes into and comes out of every route of the continuing-education ledger.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { addEntry, moveEntry, readLedger } from './entries.ts';
import { listLedgers } from './units.ts';

export const ledgerShapes = {
  readLedger,
  addEntry,
  moveEntry,
  listLedgers,
} satisfies Record<RoutesOf<'ledger'>, Shape>;
