// What was typed into the editor and not saved, kept for this tab: it survives a reload. No person is named in it.
import type { Draft } from './draft.ts';

/** What was kept under a name; undefined when there is nothing. */
export function readKept(storage: Pick<Storage, 'getItem'>, name: string): Partial<Draft> | undefined {
  try {
    return (JSON.parse(storage.getItem(name) ?? 'null') as Partial<Draft> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft. A full storage keeps nothing, and nobody needs to know: saving is what counts. */
export function writeKept(storage: Pick<Storage, 'setItem'>, name: string, draft: Draft): void {
  try {
    storage.setItem(name, JSON.stringify(draft));
  } catch {
    return;
  }
}
