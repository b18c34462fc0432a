// The tree as rows: an index of what is loaded, the rows that are to be seen with some units open, and the search by name. Pure, for 6,000 units.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { UnitKind } from '../../../../../functions/domain/units/unit.ts';
import { initialsOf } from './initials.ts';

export type Row = Answer<'listTree'>['units'][number];

export interface TreeIndex {
  rows: ReadonlyMap<string, Row>;
  /** The units below a unit, in the order they are shown in; under null those whose parent is not loaded. */
  below(id: string | null): readonly string[];
}

/** A row as it is seen: `level`, `position` and `size` count from 1, as ARIA does. */
export interface Seen {
  id: string;
  level: number;
  position: number;
  size: number;
  /** Undefined for a unit with nothing below it. */
  isOpen: boolean | undefined;
}

/** Who decides stands above who works. */
const KINDS: readonly UnitKind[] = [
  'bureau',
  'station-city',
  'station-county',
  'station-township',
  'agency',
  'association',
  'training',
];

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** An index of rows. Each group is put in order when it is first looked at: nobody looks at 6,000 at once. */
export function indexRows(rows: readonly Row[]): TreeIndex {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groups = Map.groupBy(byId.values(), ({ parent }) => (parent !== null && byId.has(parent) ? parent : null));
  const sorted = new Map<string | null, string[]>();
  const below = (id: string | null) => {
    const known = sorted.get(id);
    if (known !== undefined) return known;
    const ids = (groups.get(id) ?? []).toSorted(inOrder).map((row) => row.id);
    sorted.set(id, ids);
    return ids;
  };
  return { rows: byId, below };
}

/** The rows to be seen. With `kept`, only those, and all of them open. */
export function seenRows(index: TreeIndex, open: ReadonlySet<string>, kept?: ReadonlySet<string>): Seen[] {
  const seen: Seen[] = [];
  const add = (parent: string | null, level: number) => {
    const all = index.below(parent);
    const ids = kept === undefined ? all : all.filter((id) => kept.has(id));
    for (const [i, id] of ids.entries()) {
      const inner = index.below(id);
      const hasSome = kept === undefined ? inner.length > 0 : inner.some((child) => kept.has(child));
      const isOpen = hasSome ? kept !== undefined || open.has(id) : undefined;
      seen.push({ id, level, position: i + 1, size: ids.length, isOpen });
      if (isOpen) add(id, level + 1);
    }
  };
  add(null, 1);
  return seen;
}

/** The units whose name holds a text, or whose name's initials in pinyin do, in the order of loading; none for an empty text. */
export function named(index: TreeIndex, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const isLetters = /^[a-z]+$/.test(wanted);
  const isFound = (name: string) =>
    name.toLowerCase().includes(wanted) || (isLetters && initialsOf(name).includes(wanted));
  return [...index.rows.values()].filter(({ name }) => isFound(name)).map(({ id }) => id);
}

/** Units with everything above them, so that each can be seen in its place. */
export function withAncestors(index: TreeIndex, ids: readonly string[]): Set<string> {
  return new Set(ids.flatMap((id) => ancestorsIn(index, id)));
}

/** A unit and what is above it, as far as it is loaded. */
export function ancestorsIn(index: TreeIndex, id: string): string[] {
  const path: string[] = [];
  for (let row = index.rows.get(id); row !== undefined && !path.includes(row.id); row = parentOf(index, row)) {
    path.push(row.id);
  }
  return path;
}

/** Where a unit stands, for the choice between units of one name: `九江市 › 修水县`. */
export function pathText(index: TreeIndex, id: string): string {
  const above = ancestorsIn(index, id).slice(1).reverse();
  return above.map((one) => index.rows.get(one)?.name ?? '').join(' › ');
}

function parentOf(index: TreeIndex, row: Row): Row | undefined {
  return row.parent === null ? undefined : index.rows.get(row.parent);
}

function inOrder(a: Row, b: Row): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byName.compare(a.name, b.name);
}
