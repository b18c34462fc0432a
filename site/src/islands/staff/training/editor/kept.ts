// What was typed into the editor and not saved, kept for this tab: it survives a reload. Names and numbers of people are left out.
import type { Draft } from './draft.ts';

/** What is never kept. */
const PERSONAL = ['contactName', 'contactPhone', 'why'] as const satisfies readonly (keyof Draft)[];

interface Kept {
  /** The version that the changes are made on: on another one they are not taken up. */
  version: number;
  draft: Partial<Draft>;
}

/** What was kept under a name for a version; undefined when there is nothing that fits. */
export function readKept(storage: Pick<Storage, 'getItem'>, name: string, version: number): Partial<Draft> | undefined {
  try {
    const kept = JSON.parse(storage.getItem(name) ?? 'null') as Kept | null;
    return kept?.version === version ? kept.draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft without what is personal. A full storage keeps nothing, and nobody needs to know. */
export function writeKept(storage: Pick<Storage, 'setItem'>, name: string, { version, draft }: Kept): void {
  const rest = Object.fromEntries(Object.entries(draft).filter(([field]) => !PERSONAL.some((one) => one === field)));
  try {
    storage.setItem(name, JSON.stringify({ version, draft: rest }));
  } catch {
    // Saving is what counts; this was only against an accident.
  }
}
