// A verdict's lines as sentences. Pure: a code that is not known says so, for a page may be older than the server.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import type { Rule } from '../../../../../../functions/domain/attendance/rule.ts';
import type { CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import type { TeachWords } from '../../../../words/zh-teach.ts';
import { clockText } from '../../../me/moment.ts';

export type Verdict = Answer<'listAttendance'>['people'][number]['verdicts'][number];
export type VerdictLine = Verdict['lines'][number];

/** The sentence of a line; `nameOf` tells who made a mark by hand. */
export function lineText({ code, params }: VerdictLine, w: TeachWords, nameOf: (person: string) => string): string {
  const clock = (name: string) => clockText(String(params[name]));
  const n = (name: string) => Number(params[name]);
  const kind = () => w.kindNames[params.kind as CodeKind];
  const byHand = () => [kind(), clock('at'), nameOf(String(params.by)), String(params.why)] as const;
  const share = () => [n('minutes'), n('of'), shareText(n('share')), n('needed') / 100] as const;
  const { lines } = w;
  const sentences: Readonly<Record<string, () => string>> = {
    session: () => lines.session(clock('from'), clock('to'), n('minutes')),
    voided: () => lines.voided(...byHand()),
    added: () => lines.added(...byHand()),
    'walk-in': () => lines['walk-in'],
    stay: () => lines.stay(clock('from'), clock('to'), n('minutes')),
    'stay-open': () => lines['stay-open'][params.policy as Rule['missingOut']](clock('from'), n('minutes')),
    outside: () => lines.outside(clock('from'), clock('to')),
    gap: () => lines.gap(clock('from'), clock('to'), n('minutes')),
    late: () => lines.late(clock('at'), n('minutes'), n('allowed')),
    'left-early': () => lines['left-early'](clock('at'), n('minutes'), n('allowed')),
    'out-without-in': () => lines['out-without-in'](clock('at')),
    'mid-without-in': () => lines['mid-without-in'](clock('at')),
    'check-missed': () => lines['check-missed'](clock('from'), clock('until')),
    absent: () => lines.absent,
    excused: () => lines.excused,
    'excused-came': () => lines['excused-came'],
    'share-enough': () => lines['share-enough'](...share()),
    'share-short': () => lines['share-short'](...share()),
    'counts-presence': () => lines['counts-presence'](n('minutes')),
    'counts-whole': () => lines['counts-whole'](n('minutes')),
    'counts-nothing': () => lines['counts-nothing'],
  };
  return sentences[code]?.() ?? lines.unknown;
}

/** Basis points as percent, cut off and not rounded up: 8333 is `83.33`, 8000 is `80`. */
export function shareText(share: number): string {
  return String(share / 100);
}

/** A flag's name; the code itself for one that is not known. */
export function flagText(flag: string, w: TeachWords): string {
  const known: Readonly<Record<string, string>> = w.flags;
  return known[flag] ?? flag;
}
