// From the path of a request to the path of a file: what names no file of the site, in whatever disguise, never reaches the disk.

/** Separators and NUL in disguise: decoded, they would make a path the sender did not write. */
const DISGUISED = /%(2f|5c|00)/i;

/**
 * The parts of a request's path, decoded: `/practice/a.html` → ['practice', 'a.html'], `/` → [].
 * Undefined for a path that names no file: dots that climb, hidden files, empty parts, encoded separators, bad encoding.
 */
export function pathParts(path: string): string[] | undefined {
  if (!path.startsWith('/') || DISGUISED.test(path)) return undefined;
  try {
    const parts = decodeURIComponent(path).slice(1).split('/');
    if (parts.at(-1) === '') parts.pop();
    const named = parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\\0]/.test(part));
    return named ? parts : undefined;
  } catch {
    return undefined;
  }
}
