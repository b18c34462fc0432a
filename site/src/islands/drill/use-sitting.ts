// A drill under way: what is shown, and what each move does. Every answer is in the journal before it counts as kept; one that could not be kept is
// taken back, with what was picked left standing.
import { useState } from 'preact/hooks';
import { type Grade, grade } from '../../../../functions/domain/grading/grade.ts';
import { OFFICIAL_1 } from '../../../../functions/domain/grading/profile.ts';
import { recordOf } from '../../../../functions/domain/practice/fold.ts';
import type { OptionId, Question } from '../../../../functions/domain/questions/question.ts';
import type { Drill, Given } from '../../journal/drill-record.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';

export interface Sitting {
  drill: Drill;
  question: Question;
  given: Given | undefined;
  graded: Grade | undefined;
  /** What is picked and not yet submitted. */
  draft: OptionId[];
  /** Whether key and reasons are shown. */
  isOpen: boolean;
  isLast: boolean;
  isDone: boolean;
  /** Whether the answer shown was given just now. */
  isFresh: boolean;
  pick(option: OptionId): void;
  /** Submits, goes on, or ends. */
  forward(): void;
  go(index: number): void;
  flag(): void;
}

export function useSitting(start: Drill, questions: Map<string, Question>): Sitting {
  const { now, sync } = useShell();
  const journal = useJournal();
  const [drill, setDrill] = useState(start);
  const [draft, setDraft] = useState<OptionId[]>([]);
  const [isDone, setDone] = useState(false);
  const [isFresh, setFresh] = useState(false);
  const question = questions.get(drill.questions[drill.index] as string) as Question;
  const given = drill.given[question.id];
  const isOpen = drill.mode === 'study' || given !== undefined;
  const isLast = drill.index === drill.questions.length - 1;

  function go(index: number): void {
    if (index < 0 || index >= drill.questions.length) return;
    setDraft([]);
    setDone(false);
    setFresh(false);
    const next = { ...drill, index, updatedAt: now() };
    setDrill(next);
    // Where one stands is worth little: a device that keeps nothing has said so already.
    journal.saveDrill(next).catch(nameInAddress(next.id));
  }

  async function submit(picked: OptionId[]): Promise<void> {
    if (picked.length === 0 || given !== undefined) return;
    const { id, version } = question;
    const { earned, possible } = grade(OFFICIAL_1, question, picked);
    const next = { ...drill, given: { ...drill.given, [id]: { picked, earned, possible, version } }, updatedAt: now() };
    setDrill(next);
    setDraft([]);
    setFresh(true);
    const unname = nameInAddress(drill.id);
    try {
      // The answer and the drill it was given in are one transaction: a reload finds both or neither.
      const profile = OFFICIAL_1.id;
      await journal.add({ kind: 'answer', question: id, version, picked, earned, possible, profile }, next);
    } catch (error) {
      unname();
      setDrill(({ given: { [id]: _, ...others }, ...rest }) => ({ ...rest, given: others }));
      setDraft(picked);
      throw error;
    }
  }

  function pick(option: OptionId): void {
    if (isOpen) return;
    if (question.kind === 'single') void submit([option]);
    else setDraft(draft.includes(option) ? draft.filter((o) => o !== option) : [...draft, option].sort());
  }

  function forward(): void {
    if (!isOpen) void submit(draft);
    else if (!isLast) go(drill.index + 1);
    else {
      setDone(true);
      void sync?.flush();
    }
  }

  function flag(): void {
    const on = !recordOf(journal.state, question.id).flagged;
    void journal.add({ kind: 'mark', question: question.id, mark: 'flag', on });
  }

  const graded = given && grade(OFFICIAL_1, question, given.picked);
  return { drill, question, given, graded, draft, isOpen, isLast, isDone, isFresh, pick, forward, go, flag };
}

/** From the first move on the address names the drill, so that a reload resumes it. Returns how to undo that for a drill that could not be kept. */
function nameInAddress(id: string): () => void {
  const before = location.search;
  if (new URLSearchParams(before).get('id') === id) return () => undefined;
  history.replaceState(null, '', `?id=${id}`);
  return () => history.replaceState(null, '', before);
}
