// One's enrolments, group by group; the sessions to come of those with a seat, each with leave to ask for.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { Lessons } from '../lesson/lessons.tsx';
import { momentText } from '../me/moment.ts';
import type { Mine } from '../training/doors.ts';
import { spanText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { Excuse } from './excuse.tsx';
import { grouped } from './groups.ts';

interface Props {
  enrolments: readonly Mine[];
  conflicts: Answer<'listMyTraining'>['conflicts'];
  now: Instant;
}

export function EnrolmentList({ enrolments, conflicts, now }: Props) {
  const { t } = useTraining();
  const colliding = new Set(conflicts.flatMap(({ one, other }) => [one, other]));
  return (
    <>
      {grouped(enrolments).map(([group, held]) => (
        <section class="card" key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t.mine.groups[group]}</h2>
          <ul class="list">
            {held.map((mine) => (
              <Line key={mine.course} mine={mine} colliding={colliding} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ mine, colliding, now }: { mine: Mine; colliding: ReadonlySet<string>; now: Instant }) {
  const { words, t, page } = useTraining();
  const coming = mine.sessions.filter(({ endsAt }) => endsAt > now);
  return (
    <li class="item">
      <a class="name" href={page(`/course/?c=${mine.course}`)}>
        {mine.title}
      </a>
      <span class="small">
        {t.enrolments[mine.state]}
        {mine.position !== undefined && `　${t.course.position(mine.position)}`}
        {mine.courseState !== 'published' && `　${t.states[mine.courseState]}`}
        {mine.why !== undefined && `　${t.why(mine.why)}`}
      </span>
      {mine.expiresAt !== undefined && <span>{t.named(t.mine.groups.offered, momentText(mine.expiresAt, words))}</span>}
      <span class="small soft">
        {mine.unitName}　{t.kinds[mine.kind]}　{t.forms[mine.form]}
      </span>
      {mine.state === 'enrolled' && coming.length > 0 && (
        <ul class="own-sessions">
          {coming.map((session) => (
            <li key={session.id}>
              <span>
                {spanText(session, { words, t })}
                {session.state === 'cancelled' && `　${t.cancelled}`}
                {colliding.has(session.id) && `　⚠ ${t.mine.collides}`}
              </span>
              {session.state === 'planned' &&
                (session.form === 'recorded' ? <Lessons session={session.id} /> : <Excuse session={session.id} />)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
