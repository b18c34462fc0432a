// Lists that come page by page, read to the last page.

/** Reads until there is no cursor. Throws what the read throws. */
export async function allPages<P extends { cursor?: string | undefined }>(
  read: (query: { cursor?: string }) => Promise<P>,
): Promise<[P, ...P[]]> {
  const pages: [P, ...P[]] = [await read({})];
  for (let { cursor } = pages[0]; cursor !== undefined; ) {
    const page: P = await read({ cursor });
    pages.push(page);
    cursor = page.cursor;
  }
  return pages;
}
