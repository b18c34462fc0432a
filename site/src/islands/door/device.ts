// The phone's own secret: whoever redeems a scan must be the phone that scanned. It says nothing of its owner.
import type { Shelf } from '../training/wishes.ts';

const NAME = 'zhuren-device';

/** The secret of this device, made at the first need. */
export function deviceSecret(shelf: Shelf, newId: () => string): string {
  const held = shelf.getItem(NAME)?.match(/^[0-9A-Za-z_-]{16,64}$/)?.[0];
  if (held !== undefined) return held;
  const made = `${newId()}${newId()}`;
  shelf.setItem(NAME, made);
  return made;
}
