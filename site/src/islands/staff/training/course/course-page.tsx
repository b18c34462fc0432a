// The course as it is planned: what is still missing, what can be done with it now, the plan as others see it, the sessions.

import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentOf } from '../moments.ts';
import type { ViewProps } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';
import { CourseActs } from './course-acts.tsx';
import { faultPlace, faultSentence } from './fault-text.ts';
import { PlanFacts } from './plan-facts.tsx';
import { SessionsCard } from './sessions-card.tsx';

export function CoursePage(props: ViewProps) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { course } = props;
  const { cancelled, seats } = course;
  return (
    <>
      {cancelled && <Notice>{w.plan.cancelledWhy(momentOf(cancelled.at, words), cancelled.why)}</Notice>}
      {course.state === 'draft' && course.copiedFrom !== undefined && <Notice>{w.plan.copied}</Notice>}
      {course.state === 'draft' && <Readiness course={course} />}
      {course.state !== 'draft' && <p>{w.list.seats(seats.taken, seats.capacity, seats.waiting)}</p>}
      {course.state !== 'draft' && <PublicPage course={course.course} />}
      <CourseActs {...props} />
      <SessionsCard {...props} />
      <section class="card" aria-label={w.plan.summary}>
        <h2>{w.plan.summary}</h2>
        <PlanFacts plan={course.plan} unitName={course.unitName} />
      </section>
    </>
  );
}

/** The page that everybody sees, with its poster and its calendar; and its link, to be passed on. */
function PublicPage({ course }: { course: string }) {
  const { page, toast } = useStaff();
  const w = useTeachWords();
  const path = page(`/course/?c=${course}`);
  const copy = () => {
    const copied =
      navigator.clipboard?.writeText(`${location.origin}${path}`) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(w.plan.linkCopied),
      () => toast(w.plan.copyFailed),
    );
  };
  return (
    <p class="row">
      <a class="tool" href={path}>
        {w.plan.publicPage}
      </a>
      <button type="button" class="tool" onClick={copy}>
        {w.plan.copyLink}
      </button>
    </p>
  );
}

/** What stands in the way of publishing, by the server's own list. */
function Readiness({ course }: Pick<ViewProps, 'course'>) {
  const w = useTeachWords();
  if (course.faults.length === 0) return <Notice>{w.plan.ready}</Notice>;
  return (
    <Notice>
      <p>{w.plan.faultsTitle(course.faults.length)}</p>
      <ul class="plain-list">
        {course.faults.map(({ path, code }) => (
          <li key={`${path} ${code}`}>
            {faultPlace(path, w)}　{faultSentence(code, w) ?? code}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
