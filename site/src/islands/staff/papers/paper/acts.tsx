// What can be done with a paper as it stands. Each act says what will happen, and who will see what, before it is done.
import { useState } from 'preact/hooks';
import type { Input } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { TextField, WhyField } from '../../forms/fields.tsx';
import { given, missing } from '../../forms/form.ts';
import { FormDialog } from '../../forms/form-dialog.tsx';
import { MomentField } from '../../forms/moment-field.tsx';
import { fieldInstant, fieldText } from '../../training/moments.ts';
import { useRequestId } from '../../training/request-id.ts';
import { useLoad } from '../../use-load.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import type { PaperRead, ViewProps } from '../view-props.ts';

type Act = 'closeLater' | 'release' | 'cancel';

export function PaperActs(props: ViewProps) {
  const { paper } = props;
  const w = usePapersWords();
  const { address } = useGo();
  const [open, setOpen] = useState<Act | undefined>();
  const { edit, release, cancel } = paper.may;
  const allowed: Record<Act, boolean> = { release, closeLater: edit === 'closing', cancel };
  const acts = (['release', 'closeLater', 'cancel'] as const).filter((act) => allowed[act]);
  const close = () => setOpen(undefined);
  if (acts.length === 0 && edit !== 'all') return null;
  return (
    <div class="row no-print">
      {edit === 'all' && (
        <a class="button plain" href={address({ view: 'edit', paper: paper.paper })}>
          {w.acts.edit}
        </a>
      )}
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          class={act === 'release' ? 'button' : act === 'cancel' ? 'tool grave' : 'tool'}
          onClick={() => setOpen(act)}
        >
          {w.acts[act]}
        </button>
      ))}
      {open === 'release' && <ReleaseForm {...props} onClose={close} />}
      {open === 'closeLater' && <LaterForm {...props} onClose={close} />}
      {open === 'cancel' && <CancelForm {...props} onClose={close} />}
    </div>
  );
}

type FormProps = ViewProps & { onClose: () => void };
type Change = Input<'changeSetPaper'>['body'];
type Wish = Change extends infer C ? (C extends Change ? Omit<C, 'request' | 'version'> : never) : never;

/** Sends a change of the paper as it was read. */
function useChange({ paper, version }: PaperRead) {
  const { call } = useStaff();
  const request = useRequestId();
  return async (wish: Wish) => {
    const body = { ...wish, version };
    await call('changeSetPaper', { params: { paper }, body: { ...body, request: request.idOf(body) } as Change });
    request.done();
  };
}

/** How many have sat a paper, and how many of those wait for marks; undefined until it is known. */
function useSat({ paper }: PaperRead): { sat: number; waiting: number } | undefined {
  const { call } = useStaff();
  const { value } = useLoad(`sat ${paper}`, () => call('readPaperStatistics', { params: { paper } }));
  return value && { sat: value.marks.sat, waiting: value.marks.sat - value.marks.marked };
}

function ReleaseForm({ paper, reload, onClose }: FormProps) {
  const w = usePapersWords();
  const change = useChange(paper);
  const sat = useSat(paper);
  const tells = () =>
    [
      sat === undefined ? w.tells.releaseCounting : w.tells.release(sat.sat, sat.waiting),
      paper.review === 'never' ? w.tells.reviewNever : w.tells.reviewAfter,
      paper.ranking === 'off' ? w.tells.rankingOff : w.tells.rankingOn,
    ].join('');
  return (
    <FormDialog
      title={w.titled(w.acts.release, paper.title)}
      start={{}}
      tells={tells}
      check={() => ({})}
      submit={w.acts.release}
      isGrave
      send={() => change({ kind: 'release' })}
      done={w.done.release}
      onChanged={reload}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  );
}

function LaterForm({ paper, reload, onClose }: FormProps) {
  const w = usePapersWords();
  const change = useChange(paper);
  const isLater = (text: string) => (fieldInstant(text) ?? '') > paper.closesAt;
  return (
    <FormDialog
      title={w.titled(w.acts.closeLater, paper.title)}
      start={{ closesAt: fieldText(paper.closesAt), why: '' }}
      tells={() => w.tells.closeLater}
      check={({ closesAt }) => (isLater(closesAt) ? {} : { closesAt: w.later.faults.later })}
      submit={w.acts.closeLater}
      send={({ closesAt, why }) =>
        change({ kind: 'close-later', closesAt: fieldInstant(closesAt) ?? '', ...given('why', why) })
      }
      done={w.done.closeLater}
      onChanged={reload}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField form={form} name="closesAt" label={w.later.closesAt} />
          <TextField form={form} name="why" label={w.later.why} />
        </>
      )}
    </FormDialog>
  );
}

function CancelForm({ paper, reload, onClose }: FormProps) {
  const { t } = useStaff();
  const w = usePapersWords();
  const change = useChange(paper);
  const sat = useSat(paper);
  return (
    <FormDialog
      title={w.titled(w.acts.cancel, paper.title)}
      start={{ why: '' }}
      tells={() => w.tells.cancel(paper.phase === 'ahead' ? 0 : (sat?.sat ?? 0))}
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
