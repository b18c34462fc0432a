// Two items that ask the same thing: stems compared by the 3-character pieces they share. Reads an index of pieces, so that only
// items with something in common are compared.
import { about, type Bank, type Finding, placed, type Spot } from '../bank.ts';

const ERROR = 0.85;
const WARNING = 0.6;

/** Below this length a stem says little (“根据《…》，下列说法正确的是”): what is asked stands in the options, so they are compared too. */
const SHORT_STEM = 40;

/** Containment (the share of the smaller one found in the other) only where the smaller one is long enough to mean something. */
const CONTAINMENT_FROM = 30;

/** What is compared: a stem and, where there are any, options. */
interface Compared extends Spot {
  item: { id: string; stem: string; options?: readonly { text: string }[] };
}

export function nearDuplicate(bank: Bank): Finding[] {
  return alike(placed(bank));
}

/** The same for anything that has a stem: each is compared with those before it. */
export function alike(items: readonly Compared[]): Finding[] {
  const pieces = items.map(({ item }) => piecesOf(item.stem, item.options ?? []));
  const index = new Map<string, number[]>();
  return items.flatMap((at, i) => {
    const shared = sharedWithEarlier(pieces[i] ?? new Set(), index, i);
    const closest = closestOf(shared, pieces, i);
    if (closest === undefined || closest.likeness < WARNING) return [];
    return [report(at, items[closest.other] as Compared, closest.likeness)];
  });
}

/** How alike two texts are, 0 … 1: the larger of Jaccard and containment over their pieces. */
function likenessOf(a: number, b: number, shared: number): number {
  const jaccard = shared / (a + b - shared || 1);
  const smaller = Math.min(a, b);
  return smaller < CONTAINMENT_FROM ? jaccard : Math.max(jaccard, shared / smaller);
}

function report(at: Spot, other: Spot, likeness: number): Finding {
  const level = likeness >= ERROR ? 'error' : 'warning';
  const where = `${other.item.id} in ${other.file.path}`;
  return about(
    at,
    'near-duplicate',
    `The stem is ${Math.round(likeness * 100)} % that of ${where}; ask another point or tell another case.`,
    level,
  );
}

/** The 3-character pieces of what is asked, without spaces and punctuation. */
function piecesOf(stem: string, options: readonly { text: string }[]): Set<string> {
  const plain = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');
  const asked = stem.length < SHORT_STEM ? plain(stem + options.map((o) => o.text).join('')) : plain(stem);
  return new Set(Array.from({ length: Math.max(0, asked.length - 2) }, (_, i) => asked.slice(i, i + 3)));
}

/** How many pieces item `i` shares with each earlier item; adds its own to the index. */
function sharedWithEarlier(pieces: Set<string>, index: Map<string, number[]>, i: number): Uint16Array {
  const shared = new Uint16Array(i);
  for (const piece of pieces) {
    const holders = index.get(piece);
    if (holders === undefined) {
      index.set(piece, [i]);
      continue;
    }
    for (const other of holders) shared[other] = (shared[other] ?? 0) + 1;
    holders.push(i);
  }
  return shared;
}

function closestOf(
  shared: Uint16Array,
  pieces: Set<string>[],
  i: number,
): { other: number; likeness: number } | undefined {
  let closest: { other: number; likeness: number } | undefined;
  shared.forEach((count, other) => {
    if (count === 0) return;
    const alike = likenessOf(pieces[i]?.size ?? 0, pieces[other]?.size ?? 0, count);
    if (closest === undefined || alike > closest.likeness) closest = { other, likeness: alike };
  });
  return closest;
}
