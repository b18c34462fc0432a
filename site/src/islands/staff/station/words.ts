// What the pages of station work say and how they write numbers. These words are no part of what every staff page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { stationEn } from '../../../words/en-station.ts';
import { type StationWords, stationZh } from '../../../words/zh-station.ts';

export type { StationWords };

export function useStationWords(): StationWords {
  const { lang } = useStaff();
  return lang === 'zh' ? stationZh : stationEn;
}

/** A whole number of 0 or more; undefined for any other text. */
export function wholeOf(text: string): number | undefined {
  return /^\d{1,8}$/.test(text.trim()) ? Number(text) : undefined;
}

/** Yuan as typed → cents, in integers; undefined for what is no amount above 0. */
export function centsOf(text: string): number | undefined {
  const [, yuan, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  const all = yuan === undefined ? 0 : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
  return all > 0 ? all : undefined;
}

/** Cents → yuan, without a fraction of nothing. */
export function yuanOf(cents: number): string {
  const rest = cents % 100;
  return `${Math.floor(cents / 100).toLocaleString('en-US')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** Half-points → points: 3 → `1.5`. */
export function pointsOf(half: number): string {
  return String(half / 2);
}

/** Points as typed → half-points within the most; undefined for any other text. */
export function halfOf(text: string, most: number): number | undefined {
  if (!/^\d{1,4}(\.[05])?$/.test(text.trim())) return undefined;
  const half = Number(text) * 2;
  return half <= most ? half : undefined;
}
