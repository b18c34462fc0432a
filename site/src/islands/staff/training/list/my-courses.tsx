// A unit's courses: what is being prepared and what runs first, with state, time and seats; what is over below.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { can } from '../../../../../../functions/domain/access/can.ts';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { ancestorsIn } from '../../tree/rows.ts';
import { useTree } from '../../tree/use-tree.ts';
import { useLoad } from '../../use-load.ts';
import { momentOf } from '../moments.ts';
import { StateTag } from '../state-tag.tsx';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { UnitHeadline } from './unit-switch.tsx';

type Page = Answer<'listCourses'>;
type Row = Page['courses'][number];

export function MyCourses({ unit }: { unit: string }) {
  const { t, call, actor, today } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  const { index } = useTree(today);
  const first = useLoad(`courses ${unit}`, () => call('listCourses', { params: { unit }, query: {} }));
  const more = useMore(unit, first.value?.cursor);
  const courses = [...(first.value?.courses ?? []), ...more.courses];
  const isOver = ({ state }: Row) => state === 'closed' || state === 'cancelled';
  // The tree may still be on its way: the grants of one's own unit are known at once.
  const path = index.rows.has(unit) ? ancestorsIn(index, unit) : [unit];
  const mayCreate = can.manageCourse(actor, { ancestors: path });
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="list">
        {mayCreate && (
          <a class="button" href={address({ view: 'new', unit })}>
            {w.list.create}
          </a>
        )}
      </UnitHeadline>
      {first.problem && <Trouble problem={first.problem} onRetry={() => void first.reload()} />}
      {first.isLoading && !first.value && <Waiting />}
      {first.value && courses.length === 0 && <Nothing>{mayCreate ? w.list.none : w.list.noneReadOnly}</Nothing>}
      <CourseList title={w.list.upcoming} courses={courses.filter((row) => !isOver(row))} />
      <CourseList title={w.list.past} courses={courses.filter(isOver)} />
      {more.problem && <Trouble problem={more.problem} onRetry={() => void more.load()} />}
      {more.hasMore && (
        <button type="button" class="button plain" aria-disabled={more.isLoading} onClick={() => void more.load()}>
          {t.more}
        </button>
      )}
    </div>
  );
}

function CourseList({ title, courses }: { title: string; courses: readonly Row[] }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  if (courses.length === 0) return null;
  return (
    <section class="card course-list" aria-label={title}>
      <h2>{title}</h2>
      <ul class="list">
        {courses.map(({ course, title, state, kind, form, startsAt, sessions, next, taken, capacity, waiting }) => (
          <li key={course}>
            <a class="item course-row" href={address({ view: 'course', course })}>
              <span class="name">{title}</span>
              <span>
                <StateTag state={state} />
              </span>
              <span class="small soft">
                {w.kinds[kind]} · {w.forms[form]}
              </span>
              <span class="small">
                {startsAt === undefined ? w.list.noDate : `${momentOf(startsAt, words)} · ${w.list.sessions(sessions)}`}
              </span>
              <span class="small">{w.list.seats(taken, capacity, waiting)}</span>
              {next !== undefined && (
                <span class="small course-next">{w.list.next(momentOf(next.startsAt, words), next.place)}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What lies past the first page. */
function useMore(unit: string, start: string | undefined) {
  const { call } = useStaff();
  const [pages, setPages] = useState<Page[]>([]);
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const cursor = pages.length === 0 ? start : pages.at(-1)?.cursor;
  const load = async () => {
    if (isLoading || cursor === undefined) return;
    setLoading(true);
    setProblem(undefined);
    await call('listCourses', { params: { unit }, query: { cursor } }).then(
      (page) => setPages((old) => [...old, page]),
      setProblem,
    );
    setLoading(false);
  };
  return { courses: pages.flatMap((page) => page.courses), hasMore: cursor !== undefined, isLoading, problem, load };
}
