// A dialog for what takes long: what it will do, a button that begins it, how far it is, what came of it. Closing it stops it.
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble } from '../parts.tsx';
import type { Going } from './use-pages.ts';

interface Props<P> {
  /** The verb: on the button that opens the dialog, above it and on the one that begins. */
  act: string;
  tells: string;
  going: Going<P>;
  progress: (pages: readonly P[]) => string;
  result: (pages: readonly P[]) => ComponentChildren;
  /** What is chosen before it begins. */
  children?: ComponentChildren;
}

export function LongDialog<P>({ act, tells, going, progress, result, children }: Props<P>) {
  const { t, words } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { pages, state, problem, start, stop } = going;
  const isRunning = state === 'running';
  return (
    <>
      <button type="button" class="button plain" onClick={() => dialog.current?.showModal()}>
        {act}
      </button>
      <dialog ref={dialog} class="form-dialog" aria-labelledby={title} onClose={stop}>
        <div class="stack">
          <h2 id={title}>{act}</h2>
          <p>{tells}</p>
          {state !== 'over' && children}
          <div role="status">
            {isRunning && <p class="soft">{progress(pages ?? [])}</p>}
            {state === 'over' && result(pages ?? [])}
          </div>
          {problem && <Trouble problem={problem} />}
          <div class="row">
            {state !== 'over' && (
              <button type="button" class="button" aria-disabled={isRunning} onClick={() => isRunning || void start()}>
                {act}
              </button>
            )}
            <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
              {isRunning ? t.audit.stop : words.drill.close}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
