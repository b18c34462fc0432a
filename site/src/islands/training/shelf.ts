// The browser's storage, or memory in its place where the browser forbids it: then what is kept lasts as long as the page.
import type { Shelf } from './wishes.ts';

/** Storage that never throws. `open` names it: reading the name alone throws where storage is forbidden. */
export function shelfOf(open: () => Shelf): Shelf {
  const memory = new Map<string, string>();
  const attempt = <A>(work: (shelf: Shelf) => A): A | undefined => {
    try {
      return work(open());
    } catch {
      return undefined;
    }
  };
  return {
    getItem: (name) => memory.get(name) ?? attempt((shelf) => shelf.getItem(name)) ?? null,
    setItem(name, value) {
      memory.set(name, value);
      // What the storage has taken need not be remembered here, and is another tab's, too.
      attempt((shelf) => {
        shelf.setItem(name, value);
        memory.delete(name);
      });
    },
    removeItem(name) {
      memory.delete(name);
      attempt((shelf) => shelf.removeItem(name));
    },
  };
}

/** Kept on the device. */
export const deviceShelf = shelfOf(() => localStorage);

/** Kept as long as the tab. */
export const tabShelf = shelfOf(() => sessionStorage);
