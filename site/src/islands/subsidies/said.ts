// What the islands of subsidies say and say it with; why something failed, in words; money as it is read. Pure.
import type { Answer, Input } from '../../../../functions/contract/index.ts';
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import type { ApiProblem } from '../../api/client.ts';
import { subsidiesEn } from '../../words/en-subsidies.ts';
import type { Lang } from '../../words/lang.ts';
import type { Words } from '../../words/zh.ts';
import { type SubsidiesWords, subsidiesZh } from '../../words/zh-subsidies.ts';

export type OwnRead = Answer<'readOwnSubsidies'>;
export type Application = OwnRead['applications'][number];
export type NewApplication = Input<'applySubsidy'>['body'];
export type Level = Application['level'];

export interface Said {
  lang: Lang;
  words: Words;
  w: SubsidiesWords;
}

export function subsidiesWords(lang: Lang): SubsidiesWords {
  return lang === 'zh' ? subsidiesZh : subsidiesEn;
}

/** The sentence for a problem. */
export function problemText({ code, reason }: Pick<ApiProblem, 'code' | 'reason'>, { words, w }: Said): string {
  const refused = code === 'refused' && reason !== undefined ? w.reasons[reason] : undefined;
  return refused ?? w.problems[code] ?? words.problems[code];
}

/** The wire may hold an `undefined` where the domain has nothing: the same rules, and the same facts. */
export function rulesIn(answer: { rules: readonly Answer<'listSubsidyRules'>['rules'][number][] }): SubsidyRule[] {
  return answer.rules as unknown as SubsidyRule[];
}

export function factsIn(facts: Application['recorded'] | undefined): Claimant {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, value]) => value !== undefined));
}

/** Cents → yuan, without a fraction of nothing: 150000 → `1,500`. */
export function yuanOf(cents: number): string {
  const rest = cents % 100;
  const whole = Math.floor(cents / 100).toLocaleString('en-US');
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}

/** Yuan as typed → cents; nothing typed is nothing, and undefined is no amount. */
export function centsOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return 0;
  const [, yuan, cents = ''] = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

/** 和县　首次取证奖励. */
export function ruleText({ place, name }: SubsidyRule, { lang, w }: Pick<Said, 'lang' | 'w'>): string {
  return w.ruleOption(place.name[lang], name[lang]);
}

/** 2026年1月至3月 of an application by month; nothing of another. */
export function monthsText({ months }: Pick<Application, 'months'>, { w }: Pick<Said, 'w'>): string {
  if (months === undefined) return '';
  const first = Number(months.from.slice(0, 4)) * 12 + Number(months.from.slice(5)) - 1;
  const last = first + months.count - 1;
  const to = `${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, '0')}`;
  return w.monthSpan(w.month(months.from), w.month(to));
}
