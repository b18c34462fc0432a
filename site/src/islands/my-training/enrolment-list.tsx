// One's enrolments, group by group; the sessions to come of those with a seat, each with leave to ask for.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { momentText } from '../me/moment.ts';
import type { Mine } from '../training/doors.ts';
import { hoursText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { grouped } from './groups.ts';
import { OwnSession } from './own-session.tsx';

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
  // What is over stands here as long as there is something to say of it.
  const told = mine.sessions.filter(
    ({ endsAt, own, excuse }) => endsAt > now || own !== undefined || excuse !== undefined,
  );
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
      {mine.earned !== undefined && <Earned earned={mine.earned} />}
      {mine.state === 'enrolled' && told.length > 0 && (
        <ul class="own-sessions">
          {told.map((session) => (
            <OwnSession key={session.id} session={session} now={now} collides={colliding.has(session.id)} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What a closed course has brought. */
function Earned({ earned }: { earned: NonNullable<Mine['earned']> }) {
  const { t, page } = useTraining();
  const { minutes, minutesPerHour, completion } = earned;
  return (
    <div class="row">
      <span>{minutes === 0 ? t.mine.earnedNone : t.mine.earned(hoursText(minutes, minutesPerHour))}</span>
      {completion !== undefined && <a href={page(`/verify/?n=${completion}`)}>{t.mine.completion}</a>}
    </div>
  );
}
