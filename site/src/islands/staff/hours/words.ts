// What the page of a unit's hours says: the ledger's words, and those of whoever keeps it.
import { unitHoursEn } from '../../../words/en-unit-hours.ts';
import type { Lang } from '../../../words/lang.ts';
import type { LedgerWords } from '../../../words/zh-ledger.ts';
import { type UnitHoursWords, unitHoursZh } from '../../../words/zh-unit-hours.ts';
import { ledgerWords } from '../../ledger/said.ts';

export type KeeperWords = LedgerWords & { staff: UnitHoursWords };

export function keeperWords(lang: Lang): KeeperWords {
  return { ...ledgerWords(lang), staff: lang === 'zh' ? unitHoursZh : unitHoursEn };
}
