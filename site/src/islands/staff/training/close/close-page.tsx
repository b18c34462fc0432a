// Closing a course and issuing its certificates, one step after the other, each with its progress; whoever stops goes on later.
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { momentOf, spanText } from '../moments.ts';
import { reviewsIn } from '../report/reviews.ts';
import { may, type ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { wholeReport } from '../whole-course.ts';
import { CloseStep } from './close-step.tsx';
import { Completions } from './completions.tsx';

export function ClosePage(props: ViewProps) {
  const { course } = props;
  const { call, words } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`report ${course.course}`, () =>
    wholeReport(call, course.course),
  );
  const isOver = course.sessions.every(({ state, endsAt }) => state === 'cancelled' || endsAt <= course.now);
  if (course.state === 'draft' || course.state === 'cancelled') return <Notice>{w.close.never}</Notice>;
  if (course.state !== 'closed' && !(isOver && may(course, 'close'))) return <Notice>{w.close.notYet}</Notice>;
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (!value || isLoading) return <Waiting />;
  const reviews = reviewsIn(value.people, () => true);
  const earning = value.people.filter(({ minutes }) => minutes > 0);
  return (
    <>
      {course.state !== 'closed' && <Reviews {...props} reviews={reviews} />}
      <section class="card" aria-label={w.close.steps.close}>
        <h2>{w.close.steps.close}</h2>
        {course.closedAt && <p>{w.close.doneOn(momentOf(course.closedAt, words))}</p>}
        <CloseStep {...props} people={value.people.length} earning={earning.length} reviews={reviews.length} />
      </section>
      {course.state === 'closed' && <Completions {...props} report={value} />}
    </>
  );
}

function Reviews({ course, reviews }: ViewProps & { reviews: ReturnType<typeof reviewsIn> }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  return (
    <section class="card" aria-label={w.close.steps.check}>
      <h2>{w.close.steps.check}</h2>
      <p>{reviews.length === 0 ? w.close.clear : w.close.todo(reviews.length)}</p>
      <ul class="list">
        {reviews.map(({ person, name, session }) => {
          const held = course.sessions.find(({ id }) => id === session);
          return (
            <li key={`${person} ${session}`} class="row">
              <span>
                {name} · {held && spanText(held, words)}
              </span>
              <a href={address({ view: 'marks', course: course.course, session })}>{w.close.toMarks}</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
