// One's own standing in a course: what the server says, and wishes that are sent until it has answered, under one id each.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../api/client.ts';
import { deviceShelf } from '../training/shelf.ts';
import { type Training, useTraining } from '../training/training.tsx';
import { isUnanswered, pause, untilAnswered } from '../training/until-answered.ts';
import { dropWish, keepWish, openWish, type Wish, type WishKind } from '../training/wishes.ts';
import type { Standing } from './panel.ts';

export type Sending =
  | { state: 'idle' }
  | { state: 'sending'; nth: number }
  /** Nobody knows whether the server heard it: it is kept, and asked again. */
  | { state: 'unsent'; wish: Wish }
  | { state: 'refused'; problem: ApiProblem }
  | { state: 'done'; standing: Standing; conflicts: Answer<'enrol'>['conflicts'] };

export type Own =
  | { state: 'guest' | 'loading' }
  | { state: 'failed'; problem: ApiProblem }
  | { state: 'ready'; standing: Standing | undefined };

/** The standing of whoever is signed in, and how to change it. */
export function useStanding(course: string) {
  const training = useTraining();
  const { person, newId, now } = training;
  const { own, setOwn, read } = useOwn(course);
  const [sending, setSending] = useState<Sending>({ state: 'idle' });
  const isBusy = useRef(false);

  async function send(wish: Wish): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending({ state: 'sending', nth: 1 });
    const trying = { wait: pause, tell: (nth: number) => setSending({ state: 'sending', nth }) };
    try {
      const { conflicts, ...standing } = await untilAnswered(() => ask(training, wish), trying);
      dropWish(deviceShelf, wish);
      setOwn({ state: 'ready', standing });
      setSending({ state: 'done', standing, conflicts });
    } catch (error) {
      const problem = error as ApiProblem;
      if (isUnanswered(problem)) setSending({ state: 'unsent', wish });
      else {
        dropWish(deviceShelf, wish);
        setSending({ state: 'refused', problem });
        read();
      }
    } finally {
      isBusy.current = false;
    }
  }

  // What an earlier visit asked for and never heard of is asked again; so is what could not be sent, as soon as there is a network.
  useEffect(() => {
    if (person === undefined) return;
    const again = () => {
      const wish = openWish(deviceShelf, { person, course }, now());
      if (wish !== undefined) void send(wish);
    };
    again();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [person, course]);

  const wish = (kind: WishKind) => {
    if (person === undefined) return;
    const before = openWish(deviceShelf, { person, course }, now());
    const made = before?.kind === kind ? before : { person, course, kind, request: newId(), at: now() };
    keepWish(deviceShelf, made);
    void send(made);
  };
  return { own, sending, wish, resend: (kept: Wish) => void send(kept), read };
}

/** What the server knows of oneself in this course. */
function useOwn(course: string) {
  const { call, person } = useTraining();
  const [own, setOwn] = useState<Own>({ state: person === undefined ? 'guest' : 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (person === undefined) return setOwn({ state: 'guest' });
    let isLeft = false;
    call('listMyTraining', { params: { person } }).then(
      ({ enrolments }) => {
        if (!isLeft) setOwn({ state: 'ready', standing: enrolments.find((one) => one.course === course) });
      },
      (problem: ApiProblem) => isLeft || setOwn({ state: 'failed', problem }),
    );
    return () => {
      isLeft = true;
    };
  }, [person, course, round]);
  return { own, setOwn, read: () => setRound((n) => n + 1) };
}

async function ask({ call }: Training, { course, kind, request }: Wish) {
  const params = { course };
  if (kind === 'enrol') return call('enrol', { params, body: { request } });
  return { ...(await call('moveEnrolment', { params, body: { request, move: kind } })), conflicts: [] };
}
