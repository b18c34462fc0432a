// A result's lines as the domain's own functions take them. Pure.
import type { ResultLine } from '../../../../functions/domain/attempts/result.ts';
import type { Line, Result } from './wire.ts';

/** The wire says no version and may say `late: undefined`: neither matters to what lines add up to. */
export function linesIn({ lines }: Pick<Result, 'lines'>): ResultLine[] {
  return lines.map(({ late, latePicked: _late, ...line }) => ({
    ...line,
    version: 0,
    ...(late === undefined ? {} : { late }),
  }));
}

/** The signs of verdicts: neither sign nor colour speaks alone. */
export const SIGNS: Record<Line['verdict'], string> = {
  right: '✓',
  partial: '◐',
  wrong: '✗',
  blank: '—',
  credited: '＋',
  unmarked: '…',
  marked: '✎',
};

/** How a line is coloured: as the answer card of a drill is. */
export function toneOf({ verdict, earned, possible }: Pick<Line, 'verdict' | 'earned' | 'possible'>) {
  if (verdict === 'credited') return 'right';
  if (verdict === 'marked') return earned === possible ? 'right' : earned > 0 ? 'partial' : 'wrong';
  return verdict === 'blank' || verdict === 'unmarked' ? 'none' : verdict;
}
