// A code that was just made, to be handed on: as a link and as such. It is shown this once; only its hash is kept.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Instant, instantOf, msOf } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { type Code, linkOf } from '../../invitation/code.ts';
import { stampText } from '../audit/line.ts';
import { Framed } from '../forms/fields.tsx';

export interface Made extends Code {
  /** The first instant at which it is of no use any more. */
  until: Instant;
}

interface Props {
  made: Made;
  title: string;
  /** What whoever gets it does with it. */
  text: string;
  onClose: () => void;
}

export function CodeDialog({ made, title, text, onClose }: Props) {
  const { t, words, page } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const link = linkOf(location.origin + page('/invitation/'), made);
  // The last minute in which it can be used.
  const last = instantOf(msOf(made.until) - 1);
  return (
    <dialog ref={dialog} class="form-dialog" aria-labelledby={heading} onClose={onClose}>
      <div class="stack">
        <h2 id={heading}>{title}</h2>
        <p>{text}</p>
        <div class="notice">{t.codes.once(stampText(last, words))}</div>
        <Shown label={t.codes.link} value={link} copy={t.codes.copyLink} />
        <Shown label={t.codes.code} value={made.code} copy={t.codes.copyCode} />
        <div class="row">
          <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
            {t.codes.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** A text to be copied. Where the browser does not let us, it is marked, for the keys that copy. */
function Shown({ label, value, copy }: { label: string; value: string; copy: string }) {
  const { t } = useStaff();
  const [told, setTold] = useState<string | undefined>();
  const place = useRef<HTMLDivElement>(null);
  const mark = () => {
    const input = place.current?.querySelector('input');
    input?.focus();
    input?.select();
  };
  const take = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setTold(t.codes.copied);
    } catch {
      mark();
      setTold(t.codes.marked);
    }
  };
  return (
    <div class="stack-tight" ref={place}>
      <Framed label={label} hint={undefined} fault={undefined}>
        {(tied) => <input {...tied} type="text" readOnly value={value} onFocus={mark} />}
      </Framed>
      <div class="row">
        <button type="button" class="tool" onClick={() => void take()}>
          {copy}
        </button>
        {/* Here, not in the toast: that stands behind the dialog, and nobody would hear it. */}
        <span class="small" role="status">
          {told}
        </span>
      </div>
    </div>
  );
}
