// Essays have the form of the official paper: material, two to four questions, 20 marks in all, every mark given for a point that is written down.
import { about, type EssayFile, type Finding, overall, type Refs, type Spot } from '../bank.ts';
import { misplaced } from '../checks/chapter.ts';
import { duplicates } from '../checks/duplicate-id.ts';
import { alike } from '../checks/near-duplicate.ts';
import { unsound } from '../checks/source.ts';
import { essayFault } from '../essay-review.ts';
import type { EssayItem } from '../essay-schema.ts';

/** Each question of the official paper on practice has 20 marks: 40 half-points. */
const POSSIBLE = 40;

const PARTS = { least: 2, most: 4 };

/** Fewer points than this say nothing of how marks are given. */
const POINTS_LEAST = 2;

/** Characters below which nothing specific has been said. */
const STEM_LEAST = 120;
const MODEL_LEAST = 40;
const EXPLANATION_LEAST = 20;

/** What is wrong with the essays of a bank. Unread ones are a warning: they are not released. */
export function essayFindings(files: readonly EssayFile[], refs: Refs): Finding[] {
  const spots = files.flatMap((file) => file.essays.map((item) => ({ file, item })));
  return [
    ...files.flatMap((file) => [...misplaced({ ...file, items: file.essays }, refs), ...ofForm(file, refs)]),
    ...duplicates(spots),
    ...alike(spots),
    ...spots.flatMap((at) => [...shape(at), ...unsound(at, at.item.source, refs), ...unread(at)]),
  ];
}

function ofForm({ path, subject }: EssayFile, refs: Refs): Finding[] {
  if (refs.subjects.find((s) => s.id === subject)?.form !== 'objective') return [];
  return [{ ...overall('essay-form', `${subject} has no questions to be answered in words.`), file: path }];
}

function unread(at: Spot & { item: EssayItem }): Finding[] {
  const fault = essayFault(at.item);
  return fault === undefined ? [] : [about(at, 'review', fault, 'warning')];
}

function shape(at: Spot & { item: EssayItem }): Finding[] {
  const { parts, stem, explanation } = at.item;
  const say = (wrong: boolean, message: string): Finding[] => (wrong ? [about(at, 'essay-shape', message)] : []);
  const total = sum(parts);
  return [
    ...say(total !== POSSIBLE, `The parts sum up to ${total} half-points; the official form has ${POSSIBLE}.`),
    ...say(
      parts.length < PARTS.least || parts.length > PARTS.most,
      `It has ${parts.length} parts; ${PARTS.least} to ${PARTS.most} are usual.`,
    ),
    ...say(!inOrder(parts, '123456789'), 'Number the parts from 1, without gaps.'),
    ...say(stem.length < STEM_LEAST, `The material has ${stem.length} characters, fewer than ${STEM_LEAST}.`),
    ...say(
      explanation.trim().length < EXPLANATION_LEAST,
      'Say in the explanation what is tested and how one goes about it.',
    ),
    ...parts.flatMap((part) => [
      ...say(
        sum(part.points) !== part.possible,
        `Part ${part.id} has ${part.possible} half-points, its points sum up to ${sum(part.points)}.`,
      ),
      ...say(part.points.length < POINTS_LEAST, `Part ${part.id} needs at least ${POINTS_LEAST} points.`),
      ...say(!inOrder(part.points, 'abcdefghijklmnopqrstuvwxyz'), `Letter the points of part ${part.id} from a.`),
      ...say(part.model.trim().length < MODEL_LEAST, `Part ${part.id} has no model answer, or hardly one.`),
    ]),
  ];
}

function sum(list: readonly { possible: number }[]): number {
  return list.reduce((total, { possible }) => total + possible, 0);
}

function inOrder(list: readonly { id: string }[], signs: string): boolean {
  return list.every(({ id }, i) => id === signs.charAt(i));
}
