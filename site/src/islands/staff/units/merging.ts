// What is sent when units are merged or split, from what the forms hold. Pure.
import type { Input } from '../../../../../functions/contract/index.ts';
import type { UnitKind } from '../../../../../functions/domain/units/unit.ts';
import type { UnitRead } from './history.ts';
import { openingOf } from './opening.tsx';

type Body<K> = Extract<Input<'changeUnit'>['body'], { kind: K }>;

/** Into a unit that is there, or into a new one. */
export const INTO = ['there', 'new'] as const;

export interface Merging {
  day: string;
  why: string;
  /** Besides the unit itself. */
  others: string[];
  how: (typeof INTO)[number];
  into: string;
  name: string;
  unitKind: UnitKind;
  division: string;
}

/** A new unit takes the place of the merged ones: it lies where this one lies. */
export function mergeBody({ id, version, path }: UnitRead, value: Merging): Body<'merge'> {
  const { day, why, others, how, into, name, unitKind, division } = value;
  const opening = { ...openingOf({ name, unitKind, division }), parent: path[0]?.id ?? id };
  return { kind: 'merge', version, day, why, others, into: how === 'there' ? { unit: into } : { opening } };
}

export interface Splitting {
  day: string;
  why: string;
  names: string[];
  /** Child → which of the new units it goes to; the first when it is not named. */
  given: Readonly<Record<string, number>>;
}

/** The new units are of the same kind, at the same place. */
export function splitBody(unit: UnitRead, children: readonly string[], value: Splitting): Body<'split'> {
  const { id, kind, division, version, path } = unit;
  const { day, why, names } = value;
  const parent = path[0]?.id ?? id;
  return {
    ...({ kind: 'split', version, day, why } as const),
    into: names.map((name) => ({ opening: { ...openingOf({ name, unitKind: kind, division }), parent } })),
    // A new unit may have been taken back after a child was given to it.
    children: children.map((child) => ({ child, to: Math.min(value.given[child] ?? 0, names.length - 1) })),
  };
}
