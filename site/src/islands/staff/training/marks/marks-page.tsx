// The marks of a session: the table, what should be looked at, leaves, corrections.
import { useState } from 'preact/hooks';
import { Notice, Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { byPerson } from '../door/live-marks.ts';
import { useMarks } from '../door/use-marks.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { spanText } from '../moments.ts';
import { may, type SessionRead, type ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { wholeRoster } from '../whole-course.ts';
import { Corrections } from './corrections.tsx';
import { Excuses } from './excuses.tsx';
import { History } from './history.tsx';
import { marksSheet } from './marks-sheet.ts';
import { MarksTable } from './marks-table.tsx';
import { type Attending, attendingOf } from './people.ts';
import type { SessionProps } from './session-props.ts';
import { Suspicions } from './suspicions.tsx';

export function MarksPage(props: ViewProps) {
  const { course, place } = props;
  const w = useTeachWords();
  const held = course.sessions.filter(({ state, form }) => state === 'planned' && form !== 'recorded');
  // The one that is on, or the next, or the last.
  const next = held.find(({ endsAt }) => endsAt > course.now) ?? held.at(-1);
  const session = held.find(({ id }) => id === place.session) ?? next;
  if (course.state === 'draft') return <Nothing>{w.marks.draft}</Nothing>;
  if (session === undefined) return <Nothing>{w.marks.noSessions}</Nothing>;
  return (
    <>
      <SessionPicker {...props} held={held} session={session} />
      <SessionMarks key={session.id} {...props} session={session} />
    </>
  );
}

function SessionPicker({ course, rights, held, session }: SessionProps & { held: readonly SessionRead[] }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address, go } = useGo();
  const options = held.map((one, i) => ({
    value: one.id,
    text: `${one.title ?? w.fields.session(i + 1)} ${spanText(one, words)}`,
  }));
  return (
    <div class="row list-head">
      <Select
        label={w.marks.pick}
        value={session.id}
        options={options}
        onPick={(id) => go({ view: 'marks', course: course.course, session: id })}
      />
      {rights.door && may(course, 'runDoor') && (
        <a class="button" href={address({ view: 'door', course: course.course, session: session.id })}>
          {w.marks.openDoor}
        </a>
      )}
    </div>
  );
}

function SessionMarks(props: SessionProps) {
  const { course, session, rights } = props;
  const { call, me } = useStaff();
  const w = useTeachWords();
  const live = useMarks(session.id, may(course, 'runDoor') && session.endsAt > course.now);
  const roster = useLoad(`roster ${course.course}`, () => wholeRoster(call, course.course));
  const [history, setHistory] = useState<string | undefined>();
  const own = byPerson(live.marks);
  const people = attendingOf(roster.value?.enrolments ?? [], own, w.suspicions.unknown);
  const nameOf = (id: string) => people.find(({ person }) => person === id)?.name ?? w.suspicions.unknown;
  const byName = (id: string) =>
    people.find(({ person }) => person === id)?.name ??
    live.names[id] ??
    (id === me.person ? w.report.me : w.report.staff);
  const shown = people.find(({ person }) => person === history);
  const isOpen = rights.door && may(course, 'runDoor');
  const problem = live.problem ?? roster.problem;
  const retry = () => void Promise.all([live.reload(), roster.reload()]);
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={retry} />}
      {course.state === 'closed' && <Notice>{w.marks.closed}</Notice>}
      {(live.isLoading || !roster.value) && !problem && <Waiting />}
      {roster.value && !live.isLoading && (
        <>
          {live.marks.length > 0 && (
            <ExportButtons
              file={w.marks.file(course.plan.title)}
              sheets={() => [marksSheet(live.marks, { nameOf, byName, w, title: course.plan.title })]}
            />
          )}
          <MarksTable
            session={session.id}
            people={people}
            isOpen={isOpen}
            byName={byName}
            onChanged={live.reload}
            onHistory={(one: Attending) => setHistory(one.person)}
          />
        </>
      )}
      <Suspicions {...props} nameOf={nameOf} own={own} isOpen={isOpen} onChanged={live.reload} onHistory={setHistory} />
      <Excuses {...props} nameOf={nameOf} />
      {course.state === 'closed' && <Corrections {...props} nameOf={nameOf} onChanged={live.reload} />}
      {shown && (
        <History
          {...props}
          attending={shown}
          isOpen={isOpen}
          byName={byName}
          onChanged={live.reload}
          onClose={() => setHistory(undefined)}
        />
      )}
    </>
  );
}
