// What the ledger's islands say and say it with: for whose it is and for those who keep it. Why something failed, in words. Pure.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { ledgerEn } from '../../words/en-ledger.ts';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/zh.ts';
import { type LedgerWords, ledgerZh } from '../../words/zh-ledger.ts';

export type LedgerRead = Answer<'readLedger'>;
export type Entry = LedgerRead['entries'][number];
export type Figures = NonNullable<LedgerRead['ledger']>;

export interface Said {
  lang: Lang;
  words: Words;
  w: LedgerWords;
}

export function ledgerWords(lang: Lang): LedgerWords {
  return lang === 'zh' ? ledgerZh : ledgerEn;
}

/** The sentence for a problem. */
export function problemText({ code, reason }: Pick<ApiProblem, 'code' | 'reason'>, { words, w }: Said): string {
  const reasons: Readonly<Record<string, string>> = w.reasons;
  const own: Readonly<Record<string, string>> = w.problems;
  const refused = code === 'refused' && reason !== undefined ? reasons[reason] : undefined;
  return refused ?? own[code] ?? words.problems[code];
}
