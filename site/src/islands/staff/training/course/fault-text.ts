// A fault of a plan as a place and a sentence: `sessions.2.endsAt` is the third session's. Pure.
import type { TeachWords } from '../../../../words/zh-teach.ts';

/** The sentence of a fault's code; undefined for one that is not known here. */
export function faultSentence(code: string, w: TeachWords): string | undefined {
  const known: Readonly<Record<string, string>> = { ...w.faults, ...w.moreFaults };
  return known[code];
}

/** Where a fault is, in words. */
export function faultPlace(path: string, w: TeachWords): string {
  const [first = '', second] = path.split('.');
  if (first === 'sessions' && second !== undefined && /^\d+$/.test(second)) return w.fields.session(Number(second) + 1);
  const known: Readonly<Record<string, string | ((n: number) => string)>> = w.fields;
  const name = known[first];
  return typeof name === 'string' ? name : '';
}
