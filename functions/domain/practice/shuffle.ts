// Chance that can be repeated: a seed is an argument, so the same seed gives the same order in every browser and in every test.

/** The items in an order drawn by the seed (Fisher–Yates over mulberry32, a public-domain 32-bit generator). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const draw = drawer(seed);
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
}

/** Numbers in [0, 1), always the same for a seed (any 32-bit integer). */
export function drawer(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
