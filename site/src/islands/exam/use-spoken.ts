// What is said about the time: at 30, 10, 5 and 1 minutes by itself, and whenever somebody asks.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exam } from '../../exam/exam.ts';
import { useExamShell } from './exam-shell.tsx';
import { warningBetween } from './figures.ts';

interface Spoken {
  text: string;
  /** Interrupts what a screen reader is saying. */
  isUrgent: boolean;
}

/** How long it stands on the screen: over the question, for what is pressed must not move. */
const SHOWN_MS = 8_000;
const NOTHING: Spoken = { text: '', isUrgent: false };

/** The sentence of now, and how to ask for the time. */
export function useSpoken(exam: Exam): [Spoken, () => void] {
  const { t, env } = useExamShell();
  const [spoken, setSpoken] = useState(NOTHING);
  const beforeMs = useRef(exam.remainingMs());
  const cancel = useRef(() => {});
  const say = (next: Spoken) => {
    cancel.current();
    setSpoken(next);
    cancel.current = env.after(SHOWN_MS, () => setSpoken(NOTHING));
  };
  useEffect(() => {
    const look = () => {
      const nowMs = exam.remainingMs();
      const minutes = exam.phase === 'writing' ? warningBetween(beforeMs.current, nowMs) : undefined;
      beforeMs.current = nowMs;
      if (minutes !== undefined) say({ text: t.warn(minutes), isUrgent: minutes === 1 });
    };
    const stop = exam.subscribe(look);
    return () => {
      stop();
      cancel.current();
    };
  }, [exam]);
  return [spoken, () => say({ text: t.left(exam.remainingMs()), isUrgent: false })];
}
