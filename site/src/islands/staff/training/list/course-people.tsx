// Those of a unit who are enrolled in one course; once sessions are over, who was there and who was absent.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { allPages } from '../all-pages.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { momentOf } from '../moments.ts';
import { StateTag } from '../state-tag.tsx';
import { useTeachWords } from '../use-words.ts';
import { absentees, attendanceSheet, timesOf } from './unit-attendance.ts';

type Row = Answer<'listUnitEnrolments'>['enrolments'][number];

interface Props {
  unit: string;
  /** All of one course, one at least. */
  people: readonly Row[];
  /** Whether attendance is looked up at once. */
  isAsked: boolean;
}

export function CoursePeople({ unit, people, isAsked }: Props) {
  const { words } = useStaff();
  const w = useTeachWords();
  const [isOpen, setOpen] = useState(isAsked);
  const [first] = people;
  if (first === undefined) return null;
  const { course, title, courseState, startsAt } = first;
  const hasBegun = courseState === 'running' || courseState === 'closed';
  return (
    <section class="card" aria-labelledby={`mine-${course}`}>
      <div class="spread">
        <h2 id={`mine-${course}`}>{title}</h2>
        <StateTag state={courseState} />
      </div>
      <p class="small soft">
        {startsAt && `${momentOf(startsAt, words)} · `}
        {w.mine.people(people.length)}
      </p>
      {hasBegun && isOpen ? (
        <Attended unit={unit} people={people} of={first} />
      ) : (
        <>
          {hasBegun && (
            <button type="button" class="tool" onClick={() => setOpen(true)}>
              {w.mine.look}
            </button>
          )}
          <People people={people} />
        </>
      )}
    </section>
  );
}

type Attendance = Answer<'listUnitAttendance'>['people'];

function Attended({
  unit,
  people,
  of: { course, title, courseState },
}: {
  unit: string;
  people: readonly Row[];
  of: Row;
}) {
  const { call } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`attended ${unit} ${course}`, async () => {
    const pages = await allPages((query) => call('listUnitAttendance', { params: { unit, course }, query }));
    return pages.flatMap((page) => page.people);
  });
  const isOver = value?.some(({ sessions }) => sessions.length > 0) ?? false;
  const provisional = courseState === 'closed' ? '' : w.mine.provisional;
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting lines={1} />}
      {value && !isOver && <p class="small soft">{w.mine.notOver}</p>}
      {value && isOver && (
        <>
          <p>
            {w.mine.absent(absentees(value))} <span class="small soft">{provisional}</span>
          </p>
          <ExportButtons file={w.mine.attendanceFile(title)} sheets={() => [attendanceSheet(value, title, w)]} />
        </>
      )}
      <People people={people} attendance={value} />
    </>
  );
}

function People({ people, attendance = [] }: { people: readonly Row[]; attendance?: Attendance | undefined }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const found = new Map(attendance.map(({ person, sessions }) => [person, sessions]));
  return (
    <ul class="list">
      {people.map(({ person, name, state, position, expiresAt }) => (
        <li key={person} class="item spread">
          <span class="name">{name}</span>
          <span class="small">
            {w.roster.states[state]}
            {position !== undefined && ` · ${w.roster.position(position)}`}
            {expiresAt !== undefined && ` · ${w.roster.until(momentOf(expiresAt, words))}`}
            {timesOf(found.get(person) ?? []).map(([one, times]) => (
              <span key={one}>
                {' '}
                <span class={one === 'absent' ? 'tag' : 'tag over'}>{w.mine.times(w.attendance[one], times)}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
