// Waits of writers who stand in each other's way: longer each time, and spread by what they write, so that those who met once do not meet again.

/** A wait of at most `most` milliseconds; writers with other texts are given other waits. */
export function spreadWait(most: number, text: string): number {
  // FNV-1a, and MurmurHash3's last step: texts that differ in their last sign alone lie far apart, too.
  const sum = [...text].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const mixed = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return Math.round((most * ((mixed ^ (mixed >>> 13)) >>> 0)) / 2 ** 32);
}
