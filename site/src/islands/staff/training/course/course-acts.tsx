// What can be done with a course in its state, by the same table as the server's. Each act says what will happen and to whom before it is done.
import { useState } from 'preact/hooks';
import type { Input } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { TextField, WhyField } from '../../forms/fields.tsx';
import { missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { momentOf } from '../moments.ts';
import { useRequestId } from '../request-id.ts';
import { may, type ViewProps } from '../rights.ts';
import { useGo } from '../use-place.ts';
import { useTeachWords } from '../use-words.ts';

type Act = 'publish' | 'cancel' | 'copy' | 'capacity' | 'closeEnrolment';

export function CourseActs(props: ViewProps) {
  const { course, rights } = props;
  const w = useTeachWords();
  const { address } = useGo();
  const [open, setOpen] = useState<Act | undefined>();
  if (!rights.manage) return null;
  const isWindowOpen = (course.plan.window?.closes ?? '') > course.now;
  const allowed: Record<Act, boolean> = {
    publish: may(course, 'publish') && course.faults.length === 0,
    capacity: may(course, 'capacity') && course.state !== 'draft',
    closeEnrolment: may(course, 'close-enrolment') && isWindowOpen,
    copy: true,
    cancel: may(course, 'cancel'),
  };
  const acts = (Object.keys(allowed) as Act[]).filter((act) => allowed[act]);
  return (
    <div class="row">
      {may(course, 'edit') && (
        <a class="button plain" href={address({ view: 'edit', course: course.course })}>
          {w.acts.edit}
        </a>
      )}
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          class={act === 'publish' ? 'button' : act === 'cancel' ? 'tool grave' : 'tool'}
          onClick={() => setOpen(act)}
        >
          {w.acts[act]}
        </button>
      ))}
      {open === 'publish' && <PublishForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'cancel' && <CancelForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'copy' && <CopyForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'capacity' && <CapacityForm {...props} onClose={() => setOpen(undefined)} />}
      {open === 'closeEnrolment' && <CloseEnrolmentForm {...props} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

type FormProps = ViewProps & { onClose: () => void };

type Change = Input<'changeCourse'>['body'];
type Wish = Change extends infer C ? (C extends Change ? Omit<C, 'request' | 'version'> : never) : never;

/** Sends a change of the course as it was read. */
export function useChange({ course }: Pick<ViewProps, 'course'>) {
  const { call } = useStaff();
  const request = useRequestId();
  return async (wish: Wish) => {
    const body = { ...wish, version: course.version };
    await call('changeCourse', {
      params: { course: course.course },
      body: { ...body, request: request.idOf(body) } as Change,
    });
    request.done();
  };
}

function PublishForm({ course, reload, onClose, ...rest }: FormProps) {
  const { words } = useStaff();
  const w = useTeachWords();
  const change = useChange({ course, ...rest });
  const { window, title } = course.plan;
  const held = course.sessions.filter(({ state }) => state === 'planned').length;
  const moment = (at: string | undefined) => (at === undefined ? '—' : momentOf(at, words));
  return (
    <FormDialog
      title={`${w.acts.publish}：${title}`}
      start={{}}
      tells={() => w.tells.publish(held, moment(window?.opens), moment(window?.closes))}
      check={() => ({})}
      submit={w.acts.publish}
      send={() => change({ kind: 'publish' })}
      done={w.done.publish}
      onChanged={reload}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  );
}

function CancelForm({ course, reload, onClose, ...rest }: FormProps) {
  const { t } = useStaff();
  const w = useTeachWords();
  const change = useChange({ course, ...rest });
  const { taken, waiting } = course.seats;
  return (
    <FormDialog
      title={`${w.acts.cancel}：${course.plan.title}`}
      start={{ why: '' }}
      tells={() => (course.state === 'draft' ? w.tells.cancelDraft : w.tells.cancel(taken, waiting))}
      check={(value) => missing(value, ['why'], t.form.missing)}
      submit={w.acts.cancel}
      isGrave
      send={({ why }) => change({ kind: 'cancel', why: why.trim() })}
      done={w.done.cancel}
      onChanged={reload}
      onClose={onClose}
    >
      {(form) => <WhyField form={form} />}
    </FormDialog>
  );
}

function CloseEnrolmentForm({ course, reload, onClose, ...rest }: FormProps) {
  const w = useTeachWords();
  const change = useChange({ course, ...rest });
  return (
    <FormDialog
      title={`${w.acts.closeEnrolment}：${course.plan.title}`}
      start={{}}
      tells={() => w.tells.closeEnrolment(course.seats.waiting)}
      check={() => ({})}
      submit={w.acts.closeEnrolment}
      send={() => change({ kind: 'close-enrolment' })}
      done={w.done.closeEnrolment}
      onChanged={reload}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  );
}

/** A whole number of a form's field, within bounds; undefined otherwise. */
function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function CapacityForm({ course, reload, onClose, ...rest }: FormProps) {
  const w = useTeachWords();
  const change = useChange({ course, ...rest });
  const { capacity, taken } = course.seats;
  const tells = ({ seats }: { seats: string }) => {
    const wanted = wholeNumber(seats, 1, 100_000);
    if (wanted === undefined || wanted === capacity) return undefined;
    return wanted > capacity ? w.tells.capacityUp(wanted - capacity) : w.tells.capacityDown(taken);
  };
  return (
    <FormDialog
      title={w.acts.capacity}
      start={{ seats: String(capacity) }}
      tells={tells}
      check={({ seats }) => (wholeNumber(seats, 1, 100_000) ? {} : { seats: w.faults['capacity-invalid'] })}
      submit={w.acts.capacity}
      send={({ seats }) => change({ kind: 'capacity', capacity: wholeNumber(seats, 1, 100_000) ?? capacity })}
      done={w.done.capacity}
      onChanged={reload}
      onClose={onClose}
    >
      {(form) => <TextField form={form} name="seats" type="number" label={w.newCapacity} />}
    </FormDialog>
  );
}

function CopyForm({ course, onClose }: FormProps) {
  const { call } = useStaff();
  const w = useTeachWords();
  const { go } = useGo();
  const request = useRequestId();
  const send = async ({ days }: { days: string }) => {
    const body = { days: wholeNumber(days, 0, 3660) ?? 0 };
    const { course: copy } = await call('copyCourse', {
      params: { course: course.course },
      body: { ...body, request: request.idOf(body) },
    });
    request.done();
    go({ view: 'course', course: copy });
  };
  return (
    <FormDialog
      title={`${w.acts.copy}：${course.plan.title}`}
      start={{ days: '364' }}
      tells={() => w.tells.copy(course.plan.title)}
      check={({ days }) => (wholeNumber(days, 0, 3660) === undefined ? { days: w.daysFault } : {})}
      submit={w.acts.copy}
      send={send}
      done={w.done.copy}
      onChanged={() => undefined}
      onClose={onClose}
    >
      {(form) => <TextField form={form} name="days" type="number" label={w.copyDays} hint={w.copyDaysHint} />}
    </FormDialog>
  );
}
