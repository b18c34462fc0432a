// Leaving the page warns while something is on this device alone; but not on the way to sign in, which comes back here.
import { useEffect } from 'preact/hooks';
import type { Exam } from '../../exam/exam.ts';
import { waitingOf } from '../../exam/outbox.ts';

export function useLeaveWarning(exam: Exam): void {
  useEffect(() => {
    let isMeant = false;
    const press = (event: Event) => {
      isMeant = event.target instanceof Element && event.target.closest('[data-leave]') !== null;
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (isMeant || exam.book.sheet.alone || waitingOf(exam.book.changes.values()).length === 0) return;
      event.preventDefault();
    };
    document.addEventListener('click', press, true);
    addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', press, true);
      removeEventListener('beforeunload', warn);
    };
  }, [exam]);
}
