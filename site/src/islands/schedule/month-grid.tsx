// A month as a table: weeks in rows, Monday first. A day with training is a button that shows that day alone.
import type { Day } from '../../../../functions/domain/time.ts';
import { useTraining } from '../training/training.tsx';
import { byDay, type Listed, weeksOf } from './listed.ts';

interface Props {
  month: string;
  sessions: readonly Listed[];
  today: Day;
  day: Day | undefined;
  onPick: (day: Day | undefined) => void;
}

/** Titles that a cell names on a wide screen. */
const NAMED_MOST = 2;

export function MonthGrid({ month, sessions, today, day, onPick }: Props) {
  const { t } = useTraining();
  const days = new Map(byDay(sessions));
  return (
    <table class="month">
      <caption class="visually-hidden">{t.month(month)}</caption>
      <thead>
        <tr>
          {t.schedule.week.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((one) => one !== undefined)}>
            {week.map((one, i) => (
              <td key={i} aria-current={one === today ? 'date' : undefined}>
                {one !== undefined && (
                  <Cell day={one} sessions={days.get(one) ?? []} isPicked={one === day} onPick={onPick} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  day: Day;
  sessions: readonly Listed[];
  isPicked: boolean;
  onPick: Props['onPick'];
}

function Cell({ day, sessions, isPicked, onPick }: CellProps) {
  const { words, t } = useTraining();
  const number = Number(day.slice(8));
  if (sessions.length === 0) return <span class="soft">{number}</span>;
  return (
    <button type="button" aria-pressed={isPicked} onClick={() => onPick(isPicked ? undefined : day)}>
      <span class="visually-hidden">{t.schedule.dayCount(words.day(day), sessions.length)}</span>
      <span class="date" aria-hidden="true">
        {number}
      </span>
      <span class="dot" aria-hidden="true">
        {sessions.length}
      </span>
      {sessions.slice(0, NAMED_MOST).map((session) => (
        <span class="named" aria-hidden="true" key={session.session}>
          {session.title}
        </span>
      ))}
    </button>
  );
}
