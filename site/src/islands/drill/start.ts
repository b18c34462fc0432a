// A drill's beginning: from the address (`?chapter=…&order=…`) to the questions chosen, and the address that opens it again.
import { chooseDrill, type Mode, type Order } from '../../../../functions/domain/practice/drill.ts';
import type { State } from '../../../../functions/domain/practice/fold.ts';
import type { Kind } from '../../../../functions/domain/questions/question.ts';
import type { CatalogueChapter, CatalogueSubject } from '../../../../functions/domain/questions/release.ts';
import type { Drill } from '../../journal/drill-record.ts';
import type { Bank } from '../../shell/bank.ts';

export const orders = ['sequential', 'random', 'unseen', 'wrong', 'favourite'] as const satisfies readonly Order[];
export const modes = ['answer', 'study'] as const satisfies readonly Mode[];

/** How somebody wants to practise. */
export interface Settings {
  mode: Mode;
  order: Order;
  kind: Kind | 'any';
  /** At most so many questions; 'all' for no limit. */
  most: string;
}

export const USUAL: Settings = { mode: 'answer', order: 'sequential', kind: 'any', most: '20' };

/** The settings in an address; anything that is not one of the choices is the usual one. */
export function settingsFrom(params: URLSearchParams): Settings {
  const [mode, order, kind, most] = ['mode', 'order', 'kind', 'most'].map((name) => params.get(name));
  return {
    mode: modes.find((m) => m === mode) ?? USUAL.mode,
    order: orders.find((o) => o === order) ?? USUAL.order,
    kind: kind === 'single' || kind === 'multiple' ? kind : 'any',
    most: most === 'all' || /^[1-9]\d{0,2}$/.test(most ?? '') ? (most as string) : USUAL.most,
  };
}

/** The address that starts a drill over a chapter, or over a whole subject. */
export function startAddress(place: { chapter: string } | { subject: string }, settings: Settings): string {
  return `?${new URLSearchParams({ ...place, ...settings })}`;
}

/** The address that starts a drill over named questions. */
export function startOver(questions: readonly string[]): string {
  return `?${new URLSearchParams({ questions: questions.join(',') })}`;
}

interface Chosen {
  subject: CatalogueSubject | undefined;
  chapters: CatalogueChapter[];
  questions: string[];
}

/** What an address asks for. No questions when nothing fits it. */
export function choose(params: URLSearchParams, bank: Bank, by: { state: State; seed: number }): Chosen {
  const named = params.get('questions');
  if (named !== null) {
    const questions = named.split(',').filter((id) => bank.placeOf(id) !== undefined);
    const places = questions.flatMap((id) => bank.placeOf(id) ?? []);
    return { subject: places[0]?.subject, chapters: [...new Set(places.map((p) => p.chapter))], questions };
  }
  const subject = bank.catalogue.subjects.find(
    (s) => s.id === params.get('subject') || s.chapters.some((c) => c.id === params.get('chapter')),
  );
  const chapter = subject?.chapters.find((c) => c.id === params.get('chapter'));
  const chapters = chapter === undefined ? (subject?.chapters ?? []) : [chapter];
  const { order, kind, most } = settingsFrom(params);
  const plan = { order, ...(kind === 'any' ? {} : { kind }), ...(most === 'all' ? {} : { most: Number(most) }) };
  return {
    subject,
    chapters,
    questions: chooseDrill(
      plan,
      chapters.flatMap((c) => c.questions),
      by,
    ),
  };
}

/** A new drill from an address; undefined when nothing fits. */
export function newDrill(
  params: URLSearchParams,
  bank: Bank,
  by: { state: State; seed: number; id: string; now: string },
): Drill | undefined {
  const { subject, chapters, questions } = choose(params, bank, by);
  if (subject === undefined || questions.length === 0) return undefined;
  const { mode, order, kind } = settingsFrom(params);
  const [only] = chapters;
  return {
    id: by.id,
    title: chapters.length === 1 && only ? [subject.name, only.name] : [subject.name],
    subject: subject.id,
    chapterIds: chapters.map((c) => c.id),
    mode,
    order,
    ...(kind === 'any' ? {} : { kind }),
    questions,
    index: 0,
    given: {},
    startedAt: by.now,
    updatedAt: by.now,
  };
}
