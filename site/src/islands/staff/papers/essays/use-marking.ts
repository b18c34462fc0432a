// Giving marks to one paper: each is on the screen at once, kept in the tab, and sent in a moment; what could not be sent is tried again and never lost.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../../../../api/client.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { useRequestId } from '../../training/request-id.ts';
import { type Essays, type Given, givenIn, marksOf, pointsOf, restored } from './marks.ts';

/** Marks that are given one after the other go together. */
const REST_MS = 500;
const AGAIN_MS = 8_000;

export type SaveState = 'saved' | 'saving' | 'unsent';

interface Props {
  paper: string;
  person: string;
  essays: Essays;
  /** Reads what the server holds now. */
  read: () => Promise<Essays>;
}

export function useMarking({ paper, person, essays, read }: Props) {
  const { call } = useStaff();
  const key = `essay-marks ${paper} ${person}`;
  const points = useMemo(() => pointsOf(essays), [essays]);
  const [held, setHeld] = useState(() => ({
    given: givenIn(essays),
    version: essays.version,
    marking: essays.marking,
  }));
  const [pending, setPending] = useState<Given>(() => restored(sessionStorage.getItem(key), points));
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const [wasRestored] = useState(() => Object.keys(pending).length > 0);
  const [wasMerged, setMerged] = useState(false);
  const [isSending, setSending] = useState(false);
  const request = useRequestId();
  // What the timers read: they were set when other things were shown.
  const now = useRef({ held, pending, isSending });
  now.current = { ...now.current, held, pending };
  const keep = (next: Given) => {
    now.current.pending = next;
    setPending(next);
    try {
      if (Object.keys(next).length === 0) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full storage keeps nothing: what is not sent is still in the page, and leaving it is asked about.
    }
  };
  const merge = async () => {
    const fresh = await read();
    const next = { given: givenIn(fresh), version: fresh.version, marking: fresh.marking };
    now.current.held = next;
    setHeld(next);
    setMerged(true);
  };
  const send = async () => {
    const sent = now.current.pending;
    if (now.current.isSending || Object.keys(sent).length === 0) return;
    now.current.isSending = true;
    setSending(true);
    const given = { ...now.current.held.given, ...sent };
    const body = { version: now.current.held.version, marks: marksOf(points, given) };
    try {
      const params = { paper, person };
      const answer = await call('markEssays', {
        params,
        body: { ...body, request: request.idOf({ ...params, ...body }) },
      });
      request.done();
      now.current.held = { given, version: answer.version, marking: answer.marking };
      setHeld(now.current.held);
      // What was changed while this was on its way is still to be sent.
      keep(Object.fromEntries(Object.entries(now.current.pending).filter(([name, half]) => sent[name] !== half)));
      setProblem(undefined);
    } catch (error) {
      const failed = error as ApiProblem;
      request.done();
      if (failed.code === 'conflict') await merge().catch(() => undefined);
      setProblem(failed);
    } finally {
      now.current.isSending = false;
      setSending(false);
    }
  };
  const isUnsent = Object.keys(pending).length > 0;
  useEffect(() => {
    if (!isUnsent || isSending) return;
    const timer = setTimeout(
      () => void send(),
      problem === undefined || problem.code === 'conflict' ? REST_MS : AGAIN_MS,
    );
    return () => clearTimeout(timer);
  }, [pending, isSending, problem]);
  useLeaving(isUnsent);
  return {
    points,
    given: { ...held.given, ...pending },
    marking: held.marking,
    state: (isSending || (isUnsent && problem === undefined) ? 'saving' : isUnsent ? 'unsent' : 'saved') as SaveState,
    unsent: Object.keys(pending).length,
    problem: isUnsent ? problem : undefined,
    wasRestored,
    wasMerged,
    give: (name: string, half: number) => keep({ ...now.current.pending, [name]: half }),
    /** Sends at once what is not sent; resolves when it is there or has failed. */
    send,
  };
}

/** Asks before the page is left with marks that were not sent. */
function useLeaving(isUnsent: boolean): void {
  const unsent = useRef(isUnsent);
  unsent.current = isUnsent;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsent.current) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
}
