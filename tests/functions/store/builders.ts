// Small builders for what the store keeps: valid things, with what matters to a test put in its place.
import type { AuditEntry } from '../../../functions/domain/audit/chain.ts';
import type { Unit } from '../../../functions/domain/units/unit.ts';
import type { Person } from '../../../functions/store/person-writes.ts';
import { NOON } from '../../support/builders.ts';

/** The day on which everything in these tests begins. */
export const OPENED = '2026-01-01';

/** A township station below `parent`. */
export function unitOf(id: string, parent: string | null, change: Partial<Unit> = {}): Unit {
  return {
    id,
    kind: 'station-township',
    division: '360400',
    opened: OPENED,
    names: [{ from: OPENED, value: `社工站 ${id}` }],
    parents: [{ from: OPENED, value: parent }],
    successors: [],
    contacts: {},
    posts: [],
    version: 1,
    ...change,
  };
}

/** Somebody who has not signed in yet. */
export function personOf(id: string, change: Partial<Person> = {}): Omit<Person, 'version'> {
  return {
    id,
    name: '王某',
    createdAt: NOON,
    changedAt: NOON,
    employments: [],
    certificates: [],
    pools: [],
    ...change,
  };
}

/** A number as it is kept; two of one `hash` are the same number. */
export function numberOf(hash: string) {
  return { masked: `***${hash}`, sealed: `sealed-${hash}`, hash };
}

/** A line's entry in the chain of a unit. */
export function entryOf(unit: string | null, change: Partial<AuditEntry> = {}): AuditEntry {
  const actor = { kind: 'person', person: 'person-clerk' } as const;
  return { at: NOON, actor, action: 'changeUnit', thing: { type: 'unit', id: unit ?? 'none' }, unit, ...change };
}
