// The official rule written a second time, as the paper's instructions read and not as the code does: the oracle of the tests.

/** Marks in half-points of a 多选 question: 2 marks for exactly the key, nothing for any wrong option, 0.5 for each right one otherwise. */
export function multipleByHand(key: string, picked: string): number {
  let rightPicks = 0;
  for (const letter of 'ABCDE') {
    if (!picked.includes(letter)) continue;
    if (!key.includes(letter)) return 0;
    rightPicks += 1;
  }
  return rightPicks === key.length ? 4 : rightPicks;
}

/** Marks in half-points of a 单选 question: 1 mark for the best answer alone. */
export function singleByHand(key: string, picked: string): number {
  return picked === key ? 2 : 0;
}

/** All subsets of the letters, the empty one first: 'AB' → '', 'A', 'B', 'AB'. */
export function subsets(letters: string): string[] {
  const all = [''];
  for (const letter of letters) all.push(...all.map((one) => one + letter));
  return all;
}
