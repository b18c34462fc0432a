// What a measure is, and how all are taken: one after the other (they share two cores), each on its own; one that breaks says why and stops no other.
import { stripVTControlCharacters } from 'node:util';

export type Unit = 'bytes' | 'requests' | 'units' | 'calls' | 'ms' | 'ms CPU' | 'per s CPU' | 'per s' | 'marks' | 'USD';

export interface Row {
  /** The goal's id; '–' for a figure no goal names. */
  goal: string;
  what: string;
  figure: number;
  unit: Unit;
  /** What the goal allows, in the figure's unit. */
  limit?: { most: number } | { least: number };
  /** For a time: how many yardsticks it is. Machines differ, this does not. */
  yardsticks?: number;
  note?: string;
}

export interface Measure {
  name: string;
  take(): Promise<Row[]>;
}

export interface Taken {
  rows: Row[];
  /** The measures that could not be taken. */
  failures: { measure: string; why: string }[];
}

/** Whether a row's goal is met; undefined when it has none. */
export function isMet({ figure, limit }: Row): boolean | undefined {
  if (limit === undefined) return undefined;
  return 'most' in limit ? figure <= limit.most : figure >= limit.least;
}

/** Takes every measure in order; `tell` hears the name of each before it begins. */
export async function takeAll(measures: readonly Measure[], tell: (line: string) => void): Promise<Taken> {
  const taken: Taken = { rows: [], failures: [] };
  for (const { name, take } of measures) {
    tell(`measuring ${name}`);
    try {
      taken.rows.push(...(await take()));
    } catch (error) {
      taken.failures.push({ measure: name, why: sentence(error) });
    }
  }
  return taken;
}

/** What went wrong, on one line and without colours. */
function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim();
}
