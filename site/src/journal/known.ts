// What one holds of a journal, as the wire takes it. Pure.

/** The contract's longest `known`, in characters. */
const KNOWN_MOST = 4000;

/** `device.seq` of what is held of each device; '' for nothing. Past the length it may have, the server repeats the shortest. */
export function knownText(held: Iterable<readonly [device: string, seq: number]>): string {
  return [...held]
    .filter(([, seq]) => seq > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([device, seq]) => `${device}.${seq}`)
    .reduce((known, one) => (known.length + one.length < KNOWN_MOST ? `${known}${known && ','}${one}` : known), '');
}
