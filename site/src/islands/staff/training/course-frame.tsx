// One course: its heading, the tabs of its views, and the view that is open.
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble, Waiting } from '../parts.tsx';
import { useHeadingFocus } from '../use-route.ts';
import { CoursePage } from './course/course-page.tsx';
import { later } from './later.tsx';
import { useCourse, type ViewProps } from './rights.ts';
import { courseViews, type Place } from './route.ts';
import { StateTag } from './state-tag.tsx';
import { useGo } from './use-place.ts';
import { useTeachWords } from './use-words.ts';

const EditCourse = later(() => import('./editor/editor-page.tsx').then((part) => part.EditCourse));
const RosterPage = later(() => import('./roster/roster-page.tsx').then((part) => part.RosterPage));
const MarksPage = later(() => import('./marks/marks-page.tsx').then((part) => part.MarksPage));
const ReportPage = later(() => import('./report/report-page.tsx').then((part) => part.ReportPage));
const ClosePage = later(() => import('./close/close-page.tsx').then((part) => part.ClosePage));
const DoorPage = later(() => import('./door/door-page.tsx').then((part) => part.DoorPage));

export function CourseFrame({ place, course }: { place: Place; course: string }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  const { value, problem, reload } = useCourse(course);
  useHeadingFocus(value === undefined);
  if (value === undefined) {
    return (
      <div class="stack">
        <h1 tabIndex={-1} data-arrive>
          {problem ? w.title : words.loading}
        </h1>
        {problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Waiting />}
      </div>
    );
  }
  const props: ViewProps = { ...value, place, reload };
  if (place.view === 'door') return <DoorPage key={place.session} {...props} />;
  if (place.view === 'edit') return <EditCourse {...props} />;
  return (
    <div class="stack">
      <a class="link start no-print" href={address({ view: 'list', unit: value.course.unit })}>
        {w.back}
      </a>
      <div class="row">
        <h1 tabIndex={-1} data-arrive>
          {value.course.plan.title}
        </h1>
        <StateTag state={value.course.state} />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      <CourseTabs place={place} course={course} isClosable={value.rights.close || value.course.state === 'closed'} />
      <View {...props} />
    </div>
  );
}

function View(props: ViewProps) {
  switch (props.place.view) {
    case 'roster':
      return <RosterPage {...props} />;
    case 'marks':
      return <MarksPage {...props} />;
    case 'report':
      return <ReportPage {...props} />;
    case 'close':
      return <ClosePage {...props} />;
    default:
      return <CoursePage {...props} />;
  }
}

function CourseTabs({ place, course, isClosable }: { place: Place; course: string; isClosable: boolean }) {
  const w = useTeachWords();
  const { address } = useGo();
  return (
    <nav class="chips no-print" aria-label={w.title}>
      {courseViews
        .filter((view) => view !== 'close' || isClosable)
        .map((view) => (
          <a
            key={view}
            class="chip"
            href={address({ view, course, ...(place.session && { session: place.session }) })}
            aria-current={view === place.view ? 'page' : undefined}
          >
            {w.courseTabs[view]}
          </a>
        ))}
    </nav>
  );
}
