// What candidates answer, made from the built bank: real ids, versions and marks, picks drawn by a fixed seed, forty seconds apart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grade } from '../../functions/domain/grading/grade.ts';
import { OFFICIAL_1 } from '../../functions/domain/grading/profile.ts';
import { BATCH_MOST, type Batch, type Stamped } from '../../functions/domain/practice/journal.ts';
import { drawer } from '../../functions/domain/practice/shuffle.ts';
import type { OptionId, Question } from '../../functions/domain/questions/question.ts';
import type { Catalogue, Pack } from '../../functions/domain/questions/release.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { dist } from './dist.ts';

const SEED = 20260523;
const START = '2026-03-01T12:00:00.000Z';
const GAP_MS = 40_000;

/** As long as the ids that browsers make. */
const DEVICE = '3f2b8c1e-9a47-4d0f-8b65';

/** Every question of the built bank, in syllabus order. */
export function bankQuestions(): Question[] {
  const read = <T>(file: string) => JSON.parse(readFileSync(join(dist, 'bank', file), 'utf8')) as T;
  const { catalogue } = read<{ catalogue: string }>('release.json');
  const { subjects } = read<Catalogue>(`packs/${catalogue}.json`);
  const packs = subjects.flatMap((subject) => subject.chapters.map((chapter) => chapter.pack));
  return packs.flatMap((pack) => read<Pack>(`packs/${pack}.json`).questions);
}

/** So many answers, the bank over and over: half are the key, the others any options. */
export function answers(count: number): Stamped[] {
  const questions = bankQuestions();
  const draw = drawer(SEED);
  return Array.from({ length: count }, (_, i) => {
    const question = questions[i % questions.length] as Question;
    const picked = draw() < 0.5 ? [...question.key] : pickedBlindly(question, draw);
    const { earned, possible } = grade(OFFICIAL_1, question, picked);
    const at = instantOf(msOf(START) + i * GAP_MS + Math.floor(draw() * 20_000));
    const graded = { profile: OFFICIAL_1.id, picked, earned, possible };
    return { kind: 'answer', at, question: question.id, version: question.version, ...graded };
  });
}

/** So many answers of one device as they are synced: `each` to a batch. */
export function batches(count: number, each: number = BATCH_MOST, device = DEVICE): Batch[] {
  const all = answers(count);
  return Array.from({ length: Math.ceil(count / each) }, (_, i) => ({
    device,
    first: i * each + 1,
    entries: all.slice(i * each, (i + 1) * each),
  }));
}

function pickedBlindly({ options, kind }: Question, draw: () => number): OptionId[] {
  const ids = options.map((option) => option.id);
  if (kind === 'single') return [ids[Math.floor(draw() * ids.length)] as OptionId];
  const some = ids.filter(() => draw() < 0.5);
  return some.length > 0 ? some : ids.slice(0, 1);
}
