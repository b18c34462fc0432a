// A unit's hours as a sheet: hours are numbers, so that a spreadsheet adds them up. Pure.
import { hundredthsOf } from '../../../../../functions/domain/hours/conversion.ts';
import type { Words } from '../../../words/zh.ts';
import type { Sheet } from '../training/export/sheets.ts';
import type { Row } from './rows.ts';
import type { KeeperWords } from './words.ts';

export function hoursSheet(rows: readonly Row[], { words, w }: { words: Words; w: KeeperWords }): Sheet {
  const { sheet, file, reasons, reached } = w.staff;
  return {
    name: file,
    head: sheet,
    rows: rows.map(({ name, ledger, reason, waiting }) => {
      if (ledger === undefined) return [name, '', '', '', '', '', '', '', waiting, reason ? reasons[reason] : ''];
      const { level, period, target, total, missing, forecast } = ledger;
      const perMonth = forecast.state === 'open' ? hoursOf(forecast.perMonth) : 0;
      const figures = [hoursOf(target), hoursOf(total), hoursOf(missing), perMonth];
      const about = missing === 0 ? reached : '';
      return [name, words.levelNames[level], period.from, period.last, ...figures, waiting, about];
    }),
  };
}

function hoursOf(minutes: number): number {
  return hundredthsOf(minutes) / 100;
}
