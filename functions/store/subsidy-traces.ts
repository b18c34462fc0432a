// Applications for subsidies as far as an account as a whole is concerned: finding all of a person's, and writing what stays of one.

import type { Application } from '../domain/subsidies/application.ts';
import { applicationsOf, movedParts } from './subsidies.ts';
import type { Table } from './table.ts';
import { transact } from './transactions.ts';

export function subsidyTraces(table: Table) {
  return {
    ofPerson: (person: string): Promise<Application[]> => applicationsOf(table, person),

    /** Writes the next version with its line; false when somebody else's came first. */
    replace: async (application: Application): Promise<boolean> =>
      (await transact(table, movedParts(table, application))).length === 0,
  };
}
