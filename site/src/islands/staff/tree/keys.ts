// The keyboard of the tree (WAI-ARIA Authoring Practices, tree view): a key and where one is → what happens. Pure.
import type { Seen } from './rows.ts';

export type Move =
  | { kind: 'go'; to: string }
  | { kind: 'open' | 'close'; ids: string[] }
  | { kind: 'choose'; id: string }
  | { kind: 'none' };

/** What was typed so far towards a name, and when. */
export interface Typed {
  text: string;
  atMs: number;
}

/** A pause of this length begins a new name. */
const TYPING_MS = 700;

const PAGE = 10;

const NONE: Move = { kind: 'none' };

/** What a key does at the active row. A key that does nothing here is 'none': the page may have a use for it. */
export function moveFor(key: string, rows: readonly Seen[], active: string | undefined): Move {
  const at = rows.findIndex(({ id }) => id === active);
  const row = rows[at];
  const goTo = (index: number): Move => {
    const to = rows[Math.max(0, Math.min(index, rows.length - 1))];
    return to === undefined ? NONE : { kind: 'go', to: to.id };
  };
  if (row === undefined) return ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key) ? goTo(0) : NONE;
  switch (key) {
    case 'ArrowDown':
      return goTo(at + 1);
    case 'ArrowUp':
      return goTo(at - 1);
    case 'PageDown':
      return goTo(at + PAGE);
    case 'PageUp':
      return goTo(at - PAGE);
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(rows.length - 1);
    case 'ArrowRight':
      return right(row, rows[at + 1]);
    case 'ArrowLeft':
      return left(row, rows.slice(0, at));
    case 'Enter':
    case ' ':
      return { kind: 'choose', id: row.id };
    case '*':
      return { kind: 'open', ids: siblings(rows, at) };
    default:
      return NONE;
  }
}

/** Whether a key is a part of a name. Space chooses, and an asterisk opens. */
export function isTyping(key: string): boolean {
  return [...key].length === 1 && key !== ' ' && key !== '*';
}

/** The next text of a type-ahead. */
export function typedWith({ text, atMs }: Typed, key: string, nowMs: number): Typed {
  return { text: nowMs - atMs < TYPING_MS ? text + key : key, atMs: nowMs };
}

/** The row that a typed beginning leads to: the next one, around the end; with one character beyond the active row, with more from it on. */
export function rowTyped(
  text: string,
  { rows, active, nameOf }: { rows: readonly Seen[]; active: string | undefined; nameOf: (id: string) => string },
): string | undefined {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  );
  const first = [...text].length === 1 ? at + 1 : at;
  const around = [...rows.slice(first), ...rows.slice(0, first)];
  const wanted = text.toLowerCase();
  return around.find(({ id }) => nameOf(id).toLowerCase().startsWith(wanted))?.id;
}

function right(row: Seen, next: Seen | undefined): Move {
  if (row.isOpen === undefined) return NONE;
  if (!row.isOpen) return { kind: 'open', ids: [row.id] };
  return next === undefined ? NONE : { kind: 'go', to: next.id };
}

function left(row: Seen, before: readonly Seen[]): Move {
  if (row.isOpen) return { kind: 'close', ids: [row.id] };
  const parent = before.findLast(({ level }) => level < row.level);
  return parent === undefined ? NONE : { kind: 'go', to: parent.id };
}

/** The closed rows of one level around a row, up to where the level above goes on. */
function siblings(rows: readonly Seen[], at: number): string[] {
  const level = rows[at]?.level ?? 0;
  const start = rows.findLastIndex((row, i) => i < at && row.level < level) + 1;
  const end = rows.findIndex((row, i) => i > at && row.level < level);
  return rows
    .slice(start, end < 0 ? undefined : end)
    .filter((row) => row.level === level && row.isOpen === false)
    .map(({ id }) => id);
}
