// What must not be told to the public: counts so small that they could be somebody (小于 5), and what would betray them by subtraction from the sum.

/** The smallest count that is told; nought is told as well. */
const SMALLEST_TOLD = 5;

/** A table of cells that add up to a total: which of them are not told. */
export interface Hidden {
  total: boolean;
  /** Places in the list of cells. */
  cells: ReadonlySet<number>;
}

/** Whether a count by itself is too small to be told. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_TOLD;
}

/**
 * Small cells are hidden, and the next smallest ones with them until what is left of the total could be shared out among the hidden in more than one way;
 * where that cannot be reached, the total is hidden as well. Cells are whole numbers of 0 or more.
 */
export function hiddenOf(cells: readonly number[], total: number): Hidden {
  const hidden = new Set(cells.flatMap((cell, i) => (isSmall(cell) ? [i] : [])));
  const left = cells
    .map((cell, place) => ({ cell, place }))
    .filter(({ cell, place }) => cell > 0 && !hidden.has(place))
    .sort((a, b) => a.cell - b.cell || a.place - b.place);
  while (isBetrayed(cells, hidden)) {
    const next = left.shift();
    if (next === undefined) return { total: true, cells: hidden };
    hidden.add(next.place);
  }
  return { total: isSmall(total), cells: hidden };
}

/** Whether the sum of what is hidden says what one of them is: a single one, too small a sum, or all of them one. */
function isBetrayed(cells: readonly number[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return false;
  const sum = [...hidden].reduce((all, place) => all + (cells[place] as number), 0);
  return hidden.size === 1 || sum < SMALLEST_TOLD || sum <= hidden.size;
}
