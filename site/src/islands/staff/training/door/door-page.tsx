// The door's screen: code and digits to be read from the back row, how many are in and who, and a door for when the network is gone.
import { useEffect, useRef, useState } from 'preact/hooks';
import { CODE_KINDS, type CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import { instantOf } from '../../../../../../functions/domain/time.ts';
import { Choice } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { clockText } from '../../../me/moment.ts';
import { Nothing, Trouble } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { spanText } from '../moments.ts';
import type { ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';
import { wholeRoster } from '../whole-course.ts';
import { CheckWindow } from './check-window.tsx';
import { byPerson } from './live-marks.ts';
import { OfflineDoor } from './offline-door.tsx';
import { Qr } from './qr.tsx';
import { type DoorCodes, useCodes } from './use-codes.ts';
import { useMarks } from './use-marks.ts';
import { useOffline } from './use-offline.ts';

export function DoorPage({ course, rights, place }: ViewProps) {
  const w = useTeachWords();
  const session = course.sessions.find(({ id }) => id === place.session);
  if (session === undefined || !rights.door) return <Nothing>{w.marks.noSessions}</Nothing>;
  return <Door course={course} session={session} />;
}

type DoorProps = Pick<ViewProps, 'course'> & { session: ViewProps['course']['sessions'][number] };

function Door({ course, session }: DoorProps) {
  const { words, call } = useStaff();
  const w = useTeachWords();
  const [kind, setKind] = useState<CodeKind>('in');
  const codes = useCodes(session.id, kind);
  const live = useMarks(session.id, true);
  const roster = useLoad(`roster ${course.course}`, () => wholeRoster(call, course.course));
  const offline = useOffline(session.id, () => void live.reload());
  const enrolled = (roster.value?.enrolments ?? []).filter(({ state }) => state === 'enrolled');
  const names = new Map(enrolled.map(({ person, name }) => [person, name]));
  const frame = useRef<HTMLDivElement>(null);
  // Every answer proves that there is a network: what waits is sent.
  useEffect(() => {
    if (codes.problem === undefined && offline.waiting.some(({ refused }) => refused === undefined))
      void offline.send();
  }, [codes.problem === undefined]);
  return (
    <div class="door" ref={frame}>
      <DoorHead course={course} session={session} frame={frame} />
      <div class="door-body">
        <section class="door-screen" aria-label={w.door.scan[kind]}>
          <Choice
            legend={w.door.kind}
            name="kind"
            options={CODE_KINDS}
            label={(one) => w.kindNames[one]}
            value={kind}
            onPick={setKind}
          />
          {kind === 'mid' && <CheckWindow session={session.id} codes={codes} />}
          <Screen codes={codes} kind={kind} />
        </section>
        <aside class="door-side">
          <Attendance marks={live} names={names} of={enrolled.length} />
          <OfflineDoor people={enrolled} offline={offline} kind={kind} />
        </aside>
      </div>
      <p class="visually-hidden">{spanText(session, words)}</p>
    </div>
  );
}

function DoorHead({ course, session, frame }: DoorProps & { frame: { current: HTMLDivElement | null } }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { address } = useGo();
  const canFill = document.fullscreenEnabled;
  return (
    <header class="door-head">
      <div>
        <h1 tabIndex={-1} data-arrive>
          {session.title ?? course.plan.title}
        </h1>
        <p class="soft">{spanText(session, words)}</p>
      </div>
      <div class="row">
        {canFill && (
          <button
            type="button"
            class="tool"
            onClick={() =>
              void (document.fullscreenElement ? document.exitFullscreen() : frame.current?.requestFullscreen())
            }
          >
            {w.door.full}
          </button>
        )}
        <a class="tool" href={address({ view: 'marks', course: course.course, session: session.id })}>
          {w.door.leave}
        </a>
      </div>
    </header>
  );
}

function Screen({ codes, kind }: { codes: DoorCodes; kind: CodeKind }) {
  const w = useTeachWords();
  const { shown, problem, isLoading } = codes;
  const isLost = problem?.code === 'offline';
  return (
    <>
      {problem && !isLost && <Trouble problem={problem} />}
      {isLost && (
        <p class="notice trouble" role="alert">
          {shown ? w.door.lost : w.door.noCode}
        </p>
      )}
      {shown === undefined && isLoading && <p class="soft">{w.door.loading}</p>}
      {shown && (
        <div class="door-code">
          <Qr text={shown.code.link} label={w.door.qr} />
          <div class="door-digits">
            <p class="door-say">{w.door.scan[kind]}</p>
            <p class="soft">{w.door.digits}</p>
            <p class="digits">
              <span class="visually-hidden">{shown.code.digits}</span>
              <span aria-hidden="true">
                {shown.code.digits.slice(0, 3)} {shown.code.digits.slice(3)}
              </span>
            </p>
            <p class="soft" aria-hidden="true">
              {w.door.left(shown.left)}
            </p>
          </div>
        </div>
      )}
    </>
  );
}

interface AttendanceProps {
  marks: ReturnType<typeof useMarks>;
  names: ReadonlyMap<string, string>;
  of: number;
}

/** How many are in, and who: the last to come first. */
function Attendance({ marks: { marks, counts }, names, of }: AttendanceProps) {
  const w = useTeachWords();
  const here = [...byPerson(marks)]
    .filter(([, own]) => own.now === 'in')
    .map(([person, own]) => ({
      person,
      name: names.get(person) ?? own.walkIn ?? person.slice(0, 6),
      at: own.standing.findLast(({ kind }) => kind === 'in')?.at ?? instantOf(0),
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section class="card" aria-label={w.door.names}>
      <p class="door-count" role="status">
        {w.door.here(counts?.in ?? 0)}
      </p>
      <p class="soft">{w.door.counts(counts?.came ?? 0, counts?.left ?? 0, of)}</p>
      {here.length === 0 && <p class="soft">{w.door.noNames}</p>}
      <ul class="door-names" tabIndex={here.length > 0 ? 0 : undefined}>
        {here.map(({ person, name, at }) => (
          <li key={person}>
            {name} <span class="small soft">{clockText(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
