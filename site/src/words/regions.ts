// The regions with pass lines of their own that are known by name, by their codes (GB/T 2260). Another one is called by its code.
import type { Lang } from './lang.ts';

const NAMES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '450124': { zh: '广西马山县', en: 'Mashan County, Guangxi' },
};

export function regionName(code: string, lang: Lang): string {
  return NAMES[code]?.[lang] ?? code;
}
