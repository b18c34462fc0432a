// The attendance report: for each person the hours and, session by session, state, minutes and the lines that explain them. Made to be printed.
import { hoursText } from '../../../../../../functions/domain/hours/conversion.ts';
import { Notice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { spanText } from '../moments.ts';
import type { SessionRead, ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { type Report, wholeReport } from '../whole-course.ts';
import { flagText, lineText, type Verdict } from './line-text.ts';
import { hoursSheet, marksSheetOf } from './report-sheets.ts';
import { reviewsIn } from './reviews.ts';

export function ReportPage({ course }: ViewProps) {
  const { call, me } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`report ${course.course}`, () =>
    wholeReport(call, course.course),
  );
  const nameOf = (id: string) =>
    value?.people.find(({ person }) => person === id)?.name ||
    (value?.names[id] ?? (id === me.person ? w.report.me : w.report.staff));
  const sessionOf = (id: string) => course.sessions.find((session) => session.id === id);
  const around = { w, nameOf, sessionOf, title: course.plan.title };
  const reviews = value ? reviewsIn(value.people, (id) => hasBegun(sessionOf(id), course.now)).length : 0;
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value?.people.length === 0 && <Nothing>{w.report.none}</Nothing>}
      {value && value.people.length > 0 && (
        <>
          {course.state !== 'closed' && <Notice>{w.report.provisional}</Notice>}
          {reviews > 0 && course.state !== 'closed' && <Notice>{w.report.review(reviews)}</Notice>}
          <div class="row no-print">
            <ExportButtons
              file={w.report.file(w.report.exportMarks, course.plan.title)}
              sheets={() => [marksSheetOf(value, around), hoursSheet(value, around)]}
            />
            <button type="button" class="tool" onClick={() => print()}>
              {w.report.print}
            </button>
          </div>
          <ul class="stack report">
            {value.people.map((one) => (
              <PersonReport key={one.person} one={one} report={value} course={course} nameOf={nameOf} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Nobody is absent from what has not begun. */
function hasBegun(session: SessionRead | undefined, now: string): boolean {
  return session !== undefined && session.startsAt <= now;
}

interface PersonProps {
  one: Report['people'][number];
  report: Report;
  course: ViewProps['course'];
  nameOf: (person: string) => string;
}

function PersonReport({ one, report, course, nameOf }: PersonProps) {
  const w = useTeachWords();
  const { name, walkIn, minutes, verdicts } = one;
  return (
    <li class="card report-person">
      <div class="spread">
        <h2>
          {name || w.suspicions.unknown} {walkIn && <span class="tag over">{w.report.walkIn}</span>}
        </h2>
        <p class="count">
          {w.report.hours(hoursText(minutes, report.minutesPerHour))}
          <span class="small soft">（{w.report.minutes(minutes)}）</span>
        </p>
      </div>
      <ul class="list">
        {verdicts.map((verdict) => (
          <SessionVerdict key={verdict.session} verdict={verdict} course={course} nameOf={nameOf} />
        ))}
      </ul>
    </li>
  );
}

type VerdictProps = { verdict: Verdict } & Pick<PersonProps, 'course' | 'nameOf'>;

function SessionVerdict({ verdict, course, nameOf }: VerdictProps) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  const { state, flags, minutes, lines } = verdict;
  const session = course.sessions.find(({ id }) => id === verdict.session);
  if (session === undefined) return null;
  const more = flags.filter((flag) => flag !== state);
  return (
    <li class="item">
      <div class="spread">
        <span>{session.title ?? spanText(session, words)}</span>
        <span class="count">
          {hasBegun(session, course.now) ? `${w.attendance[state]} · ${w.report.minutes(minutes)}` : w.report.notYet}
        </span>
      </div>
      {more.length > 0 && (
        <p class="row">
          {more.map((flag) => (
            <span key={flag} class={flag === 'review' ? 'tag' : 'tag over'}>
              {flagText(flag, w)}
            </span>
          ))}
          {flags.includes('review') && (
            <a class="no-print" href={address({ view: 'marks', course: course.course, session: session.id })}>
              {w.close.toMarks}
            </a>
          )}
        </p>
      )}
      {hasBegun(session, course.now) && (
        <ul class="report-lines small soft">
          {lines.map((line) => (
            <li key={JSON.stringify(line)}>{lineText(line, w, nameOf)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
