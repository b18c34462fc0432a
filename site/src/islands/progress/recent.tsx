// The last fourteen days as bars: solid for full marks, hollow for the rest, so that it reads in grey; and the same as a table.
import { dayOf } from '../../../../functions/domain/time.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { axisTop, type DayFigures, recentDays, sumOf } from './figures.ts';

const DAYS = 14;

/** The drawing's own units: ten a day across, a hundred upwards. It is stretched to the width there is. */
const STEP = 10;
const HEIGHT = 100;
const GAP = 1.5;

export function Recent() {
  const { words, now } = useShell();
  const { state } = useJournal();
  const days = recentDays(state, dayOf(now()), DAYS);
  const sum = sumOf(days);
  return (
    <section class="card" aria-labelledby="recent">
      <h2 id="recent">{words.progress.recent}</h2>
      {sum.answers === 0 ? <p class="soft">{words.progress.noRecent}</p> : <Chart days={days} />}
      {sum.answers > 0 && <DaysTable days={days} />}
    </section>
  );
}

function Chart({ days }: { days: DayFigures[] }) {
  const { words } = useShell();
  const top = axisTop(Math.max(...days.map((day) => day.answers)));
  const { answers, rights } = sumOf(days);
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure class="chart">
      <div class="chart-field">
        <span class="chart-top small soft" aria-hidden="true">
          {top}
        </span>
        <span class="chart-zero small soft" aria-hidden="true">
          0
        </span>
        <svg
          viewBox={`0 0 ${DAYS * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={words.progress.chartLabel(answers, rights)}
        >
          <path class="line" d={`M0 ${HEIGHT / 2}H${DAYS * STEP}M0 0.5H${DAYS * STEP}`} />
          {days.map((day, i) => (
            <DayBar key={day.day} day={day} x={i * STEP + GAP} top={top} />
          ))}
          <path class="base" d={`M0 ${HEIGHT - 0.5}H${DAYS * STEP}`} />
        </svg>
        <span class="chart-days small soft" aria-hidden="true">
          <span>{words.shortDay(first?.day ?? '')}</span>
          <span>{words.shortDay(last?.day ?? '')}</span>
        </span>
      </div>
      <figcaption class="row small" aria-hidden="true">
        <Sign name="solid">{words.progress.rightsHeading}</Sign>
        <Sign name="hollow">{words.progress.rest}</Sign>
      </figcaption>
    </figure>
  );
}

function DayBar({ day, x, top }: { day: DayFigures; x: number; top: number }) {
  if (day.answers === 0) return null;
  const width = STEP - 2 * GAP;
  const all = (day.answers / top) * HEIGHT;
  const right = (day.rights / top) * HEIGHT;
  return (
    <>
      <rect class="hollow" x={x} y={HEIGHT - all} width={width} height={all} />
      <rect class="solid" x={x} y={HEIGHT - right} width={width} height={right} />
    </>
  );
}

function Sign({ name, children }: { name: 'solid' | 'hollow'; children: string }) {
  return (
    <span class="sign">
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <rect class={name} x="1" y="1" width="12" height="12" />
      </svg>
      {children}
    </span>
  );
}

function DaysTable({ days }: { days: DayFigures[] }) {
  const { words } = useShell();
  return (
    <details class="fold">
      <summary>{words.progress.asTable}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.progress.dayHeading}</th>
            <th scope="col">{words.progress.answersHeading}</th>
            <th scope="col">{words.progress.rightsHeading}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(({ day, answers, rights }) => (
            <tr key={day}>
              <th scope="row">{words.shortDay(day)}</th>
              <td>{answers}</td>
              <td>{rights}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
