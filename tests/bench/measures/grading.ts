// Grading and folding: the two calculations that run for every answer, in one process, against the yardstick.
import { grade } from '../../../functions/domain/grading/grade.ts';
import { OFFICIAL_1 } from '../../../functions/domain/grading/profile.ts';
import { fold, foldOnto } from '../../../functions/domain/practice/fold.ts';
import type { Entry } from '../../../functions/domain/practice/journal.ts';
import { shuffled } from '../../../functions/domain/practice/shuffle.ts';
import type { Question } from '../../../functions/domain/questions/question.ts';
import { answers, bankQuestions } from '../answers.ts';
import type { Row } from '../measure.ts';
import { cpuMs, yardstickMs } from '../yardstick.ts';

const ANSWERS = 200_000;
const PAPER = 80;
const ENTRIES = 10_000;
const SINGLE_STEPS = 100;

export async function grading(): Promise<Row[]> {
  const pairs = pairsOf(ANSWERS);
  const yardstick = yardstickMs();
  const ms = cpuMs(
    () => pairs.reduce((sum, { question, picked }) => sum + grade(OFFICIAL_1, question, picked).earned, 0),
    7,
  );
  const paper = (ms / ANSWERS) * PAPER;
  return [
    {
      goal: '–',
      what: 'answers graded',
      figure: Math.round((ANSWERS / ms) * 1000),
      unit: 'per s CPU',
      yardsticks: ms / yardstick,
      note: `yardsticks for ${ANSWERS.toLocaleString('en-US')} answers`,
    },
    {
      goal: 'P2b',
      what: `grading a paper of ${PAPER} questions`,
      figure: paper,
      unit: 'ms CPU',
      limit: { most: 5 },
      yardsticks: paper / yardstick,
    },
  ];
}

export async function folding(): Promise<Row[]> {
  const entries: Entry[] = answers(ENTRIES).map((entry, i) => ({ ...entry, device: `device-${i % 3}`, seq: i + 1 }));
  const mixed = shuffled(entries, 1);
  const yardstick = yardstickMs();
  const whole = cpuMs(() => fold(mixed), 7);
  const [last] = entries.slice(-1) as [Entry];
  const state = fold(entries.slice(0, -1));
  const steps = Array.from({ length: SINGLE_STEPS });
  const one = cpuMs(() => steps.forEach(() => void foldOnto(state, entries, [last])), 7) / SINGLE_STEPS;
  return [
    {
      goal: '–',
      what: `journal entries folded, ${ENTRIES.toLocaleString('en-US')} of 3 devices`,
      figure: Math.round((ENTRIES / whole) * 1000),
      unit: 'per s CPU',
      yardsticks: whole / yardstick,
      note: 'yardsticks for the whole journal',
    },
    {
      goal: '–',
      what: `one answer more on that journal`,
      figure: one,
      unit: 'ms CPU',
      yardsticks: one / yardstick,
    },
  ];
}

/** Questions of the bank with what somebody picked. */
function pairsOf(count: number): { question: Question; picked: string[] }[] {
  const byId = new Map(bankQuestions().map((question) => [question.id, question]));
  return answers(count).flatMap((entry) => {
    const question = entry.kind === 'answer' ? byId.get(entry.question) : undefined;
    return entry.kind === 'answer' && question !== undefined ? [{ question, picked: entry.picked }] : [];
  });
}
