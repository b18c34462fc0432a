// The routes of the continuing-education ledger, for whose it is and for those who keep it: what they do, named.
import { identifyStaff } from '../app/access.ts';
import type { LedgerDeps } from '../app/deps.ts';
import { readLedger } from '../app/ledger.ts';
import { addEntry, moveEntry } from '../app/ledger-entries.ts';
import { listLedgers } from '../app/unit-ledgers.ts';
import { ledgerRoutes } from '../contract/ledger/routes.ts';
import { ledgerShapes } from '../contract/ledger/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The ledger's edge: who calls comes with their roles of today. */
export function ledgerEdge(deps: LedgerDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'ledger',
    handlers: ledgerHandlers(deps),
    routes: ledgerRoutes,
    shapes: ledgerShapes,
    guests: false,
    ...who,
  });
}

export function ledgerHandlers(deps: LedgerDeps): Handlers<'ledger'> {
  return {
    readLedger: readLedger(deps),
    addEntry: addEntry(deps),
    moveEntry: moveEntry(deps),
    listLedgers: listLedgers(deps),
  };
}
