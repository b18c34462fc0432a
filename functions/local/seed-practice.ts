// Three weeks of somebody's practice: most days a chapter's questions, getting better, some mistakes put right. Pure: chance and time are arguments.
import { grade } from '../domain/grading/grade.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import type { Stamped } from '../domain/practice/journal.ts';
import type { OptionId, Question } from '../domain/questions/question.ts';
import { addDays, dayOf, type Instant, instantOf, msOf, startOfDay } from '../domain/time.ts';

const DAYS = 21;
/** Most people rest now and then. */
const DAYS_OFF = 0.25;
const EVENING_HOUR = 20;
const HOUR_MS = 3_600_000;
/** From the first day to the last, how likely a right answer is. */
const SKILL = { first: 0.5, last: 0.85 };

interface Chance {
  draw: () => number;
  now: Instant;
}

/** Journal entries of the three weeks before `now`, oldest first, over questions in syllabus order. */
export function threeWeeks(questions: readonly Question[], { draw, now }: Chance): Stamped[] {
  const entries: Stamped[] = [];
  const missed: Question[] = [];
  let reached = 0;
  for (let day = 0; day < DAYS; day += 1) {
    if (draw() < DAYS_OFF) continue;
    const fresh = questions.slice(reached, reached + 6 + Math.floor(draw() * 8));
    reached += fresh.length;
    const again = missed.splice(0, 3);
    const begin = msOf(startOfDay(addDays(dayOf(now), day - DAYS))) + EVENING_HOUR * HOUR_MS;
    const skill = SKILL.first + ((SKILL.last - SKILL.first) * day) / DAYS;
    for (const [i, question] of [...fresh, ...again].entries()) {
      const at = instantOf(begin + i * 45_000 + Math.floor(draw() * 20_000));
      const picked = answerOf(question, skill, draw);
      const { earned, possible, verdict } = grade(OFFICIAL_1, question, picked);
      const graded = { profile: OFFICIAL_1.id, picked, earned, possible };
      entries.push({ kind: 'answer', at, question: question.id, version: question.version, ...graded });
      if (verdict !== 'right') missed.push(question);
      if (draw() < 0.06) entries.push({ kind: 'mark', at, question: question.id, mark: 'favourite', on: true });
    }
  }
  return entries;
}

/** What somebody of this skill picks: the key, a part of it, or something wrong. */
export function answerOf({ options, key, kind }: Question, skill: number, draw: () => number): OptionId[] {
  if (draw() < skill) return [...key];
  const wrong = options.map((o) => o.id).filter((id) => !key.includes(id));
  if (kind === 'multiple' && draw() < 0.6) return key.slice(0, key.length - 1);
  return [wrong[Math.floor(draw() * wrong.length)] as OptionId];
}
