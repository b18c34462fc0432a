// One text for one value: what is hashed, signed or compared must not depend on how it was put together.

/** JSON with sorted keys at every depth and no spaces: equal values, one text. Fields that are undefined are left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
