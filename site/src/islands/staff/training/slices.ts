// Long lists go to the server in parts.

/** A list in parts of at most so many. */
export function slicesOf<T>(items: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, i) => items.slice(i * most, (i + 1) * most));
}
