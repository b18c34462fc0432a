// The liaison's view: who of the unit's people is enrolled in what, course by course, and who was there.
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { allPages } from '../all-pages.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { plainMoment } from '../moments.ts';
import { useTeachWords } from '../use-words.ts';
import { CoursePeople } from './course-people.tsx';
import { UnitHeadline } from './unit-switch.tsx';

/** Of so many courses, the latest, attendance is shown at once; of older ones when it is asked for. */
const SHOWN_AT_ONCE = 5;

export function MyPeople({ unit }: { unit: string }) {
  const { call } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`mine ${unit}`, async () => {
    const pages = await allPages((query) => call('listUnitEnrolments', { params: { unit }, query }));
    return pages.flatMap(({ enrolments }) => enrolments);
  });
  const rows = (value ?? []).toSorted((a, b) => (`${b.startsAt ?? ''}` < `${a.startsAt ?? ''}` ? -1 : 1));
  const courses = [...Map.groupBy(rows, ({ course }) => course)];
  const sheet = () => ({
    name: w.mine.file,
    head: w.mine.sheet,
    rows: rows.map(({ name, unitName = '', title, startsAt, state }) => {
      return [name, unitName, title, startsAt === undefined ? '' : plainMoment(startsAt), w.roster.states[state]];
    }),
  });
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="mine" />
      <p class="soft">{w.mine.lead}</p>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && rows.length === 0 && <Nothing>{w.mine.none}</Nothing>}
      {rows.length > 0 && <ExportButtons file={w.mine.file} sheets={() => [sheet()]} />}
      {courses.map(([course, people], i) => (
        <CoursePeople key={`${unit} ${course}`} unit={unit} people={people} isAsked={i < SHOWN_AT_ONCE} />
      ))}
    </div>
  );
}
