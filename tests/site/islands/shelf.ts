// Storage in memory for the islands' tests.
import type { Shelf } from '../../../site/src/islands/training/wishes.ts';

export function memoryShelf(): Shelf & { held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}
