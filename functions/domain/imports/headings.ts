// The columns of a list by the headings that such lists have. Order does not matter; what is not known is named, never guessed.

/** How many rows from the top may hold titles and notes before the headings. */
const TITLES_MOST = 10;

/** What stands in each place of the row of headings: a column, or null for one that is not read. */
export interface Matched<C extends string> {
  columns: (C | null)[];
  /** Headings that nothing is read from, as they stand: unknown ones, and further ones of a column. */
  unread: string[];
}

export interface Headings<C extends string> {
  /** The column of a heading: spaces, stars, remarks in brackets and the width of signs make no difference. */
  columnOf(heading: string): C | undefined;
  /** Matches a row of headings; of two for one column the first counts. */
  match(headings: readonly string[]): Matched<C>;
  /** Which of the first rows holds the headings: the one with the most known ones, two at least; undefined when there is none. */
  rowIn(rows: readonly (readonly string[])[]): number | undefined;
}

/** Column → the headings that it may have, each of one column alone. */
export function headingsOf<C extends string>(names: Readonly<Record<C, readonly string[]>>): Headings<C> {
  const byHeading = new Map(
    (Object.keys(names) as C[]).flatMap((column) => names[column].map((heading) => [heading, column] as const)),
  );
  const columnOf = (heading: string) => {
    const words = heading.normalize('NFKC').toLowerCase();
    return byHeading.get(words.replace(/[([【][^)\]】]*[)\]】]/g, '').replace(/[\s*:"'_-]/g, ''));
  };
  const match = (headings: readonly string[]) => {
    const columns: (C | null)[] = [];
    const unread: string[] = [];
    for (const heading of headings) {
      const column = columnOf(heading) ?? null;
      const isRead = column !== null && !columns.includes(column);
      columns.push(isRead ? column : null);
      if (!isRead && heading.trim() !== '') unread.push(heading.trim());
    }
    return { columns, unread };
  };
  const rowIn = (rows: readonly (readonly string[])[]) => {
    const known = rows.slice(0, TITLES_MOST).map((row) => match(row).columns.filter((column) => column).length);
    const most = Math.max(0, ...known);
    return most < 2 ? undefined : known.indexOf(most);
  };
  return { columnOf, match, rowIn };
}
