// The sessions of the schedule, day after day.
import type { Instant } from '../../../../functions/domain/time.ts';
import { timeText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { byDay, type Listed } from './listed.ts';

export function DayList({ sessions, now }: { sessions: readonly Listed[]; now: Instant }) {
  const { words } = useTraining();
  return (
    <div class="stack">
      {byDay(sessions).map(([day, listed]) => (
        <section class="card" key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{words.day(day)}</h2>
          <ul class="list">
            {listed.map((session) => (
              <Line key={session.session} session={session} isOver={session.endsAt <= now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ session, isOver }: { session: Listed; isOver: boolean }) {
  const { t, page } = useTraining();
  const { course, title, sessionTitle, kind, form, unitName, place, cancelled } = session;
  return (
    <li>
      <a class="item" href={page(`/course/?c=${course}`)}>
        <span class="name">
          {cancelled ? <del>{title}</del> : title}
          {sessionTitle !== undefined && ` · ${sessionTitle}`}
        </span>
        <span class="small">
          {timeText(session, { t })}　{t.kinds[kind]}　{t.forms[form]}
        </span>
        <span class="small soft">
          {place !== undefined && `${place.address}　`}
          {unitName}
        </span>
        <span class="small">{cancelled ? t.cancelled : !isOver && <Seats session={session} />}</span>
      </a>
    </li>
  );
}

function Seats({ session: { open, capacity, waiting } }: { session: Listed }) {
  const { t } = useTraining();
  return <>{open > 0 ? t.seats(open, capacity) : t.full(waiting)}</>;
}
