// Which registration period is shown: the one of today, or an earlier one.
import { Select } from '../../shell/parts.tsx';
import type { LedgerRead, Said } from './said.ts';

interface Props {
  read: LedgerRead;
  said: Said;
  /** Gets a day of the period; nothing for the one of today. */
  onPick: (day: string) => void;
}

export function PeriodPick({ read, said: { words, w }, onPick }: Props) {
  const { periods, today, ledger } = read;
  if (periods.length < 2) return null;
  const options = periods.toReversed().map(({ from, last, level }) => {
    const isNow = from <= today && today <= last;
    const text = w.periodOption(words.date(from), words.date(last), words.levelNames[level]);
    return { value: from, text: isNow ? text + w.nowOption : text };
  });
  return (
    <div class="no-print">
      <Select label={w.periods} value={ledger?.period.from ?? ''} options={options} onPick={onPick} />
    </div>
  );
}
