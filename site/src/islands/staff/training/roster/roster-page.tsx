// The roster: who is enrolled, who waits and at which place, who asked; deciding, removing, enrolling a unit's people, the list as a file.
import { useState } from 'preact/hooks';
import { reachOf } from '../../../../../../functions/domain/access/can.ts';
import { ENROLMENT_STATES, type EnrolmentState } from '../../../../../../functions/domain/courses/enrolment.ts';
import { Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { ExportButtons } from '../export/export-buttons.tsx';
import { plainMoment } from '../moments.ts';
import { may, type ViewProps } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';
import { type RosterRow, wholeRoster } from '../whole-course.ts';
import { DecideForm, type Deciding } from './decide-form.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { inOrder } from './in-order.ts';
import { RosterTable } from './roster-table.tsx';

export function RosterPage({ course, rights, reload: reloadCourse }: ViewProps) {
  const { call, actor, page } = useStaff();
  const w = useTeachWords();
  const { value, problem, isLoading, reload } = useLoad(`roster ${course.course}`, () =>
    wholeRoster(call, course.course),
  );
  const [state, setState] = useState<EnrolmentState | ''>('');
  const [deciding, setDeciding] = useState<Deciding | undefined>();
  const [isGroup, setGroup] = useState(false);
  const changed = async () => {
    await Promise.all([reload(), reloadCourse()]);
  };
  const all = inOrder(value?.enrolments ?? []);
  const shown = state === '' ? all : all.filter((row) => row.state === state);
  const seats = value?.seats ?? course.seats;
  return (
    <>
      <div class="row list-head">
        <p role="status">
          {w.list.seats(seats.taken, seats.capacity, seats.waiting)} · {w.roster.count(shown.length)}
        </p>
        {may(course, 'enrol') && reachOf(actor, 'enrolOthers').length > 0 && (
          <button type="button" class="button" onClick={() => setGroup(true)}>
            {w.roster.group}
          </button>
        )}
        {all.length > 0 && (
          <ExportButtons file={w.roster.file(course.plan.title)} sheets={() => [sheetOf(all, w, course.plan.title)]} />
        )}
      </div>
      {may(course, 'enrol') && reachOf(actor, 'enrolOthers').length === 0 && (
        <p class="small soft">
          {w.roster.selfOnly} <a href={page(`/course/?c=${course.course}`)}>{w.roster.selfPage}</a>
        </p>
      )}
      <div class="filters">
        <Select
          label={w.roster.filter}
          value={state}
          options={[
            { value: '', text: w.roster.all },
            ...ENROLMENT_STATES.map((one) => ({ value: one, text: w.roster.states[one] })),
          ]}
          onPick={setState}
        />
      </div>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {isLoading && !value && <Waiting />}
      {value && shown.length === 0 && <Nothing>{all.length === 0 ? w.roster.none : w.roster.noneFiltered}</Nothing>}
      {shown.length > 0 && <RosterTable rows={shown} mayRemove={rights.manage} onDecide={setDeciding} />}
      {deciding && (
        <DecideForm
          course={course.course}
          deciding={deciding}
          onChanged={changed}
          onClose={() => setDeciding(undefined)}
        />
      )}
      {isGroup && <GroupDialog course={course} onChanged={changed} onClose={() => setGroup(false)} />}
    </>
  );
}

function sheetOf(rows: readonly RosterRow[], w: ReturnType<typeof useTeachWords>, title: string) {
  return {
    name: w.roster.file(title),
    head: w.roster.sheet,
    rows: rows.map(({ name, unitName = '', state, position, at }) => {
      return [name, unitName, w.roster.states[state], position ?? '', plainMoment(at)];
    }),
  };
}
