// A paper as the editor holds it, field by field as it is typed; what the wire takes of it; and what is wrong with it, told at the fields. Pure.
import type { Answer, Input } from '../../../../../../functions/contract/index.ts';
import { type Instant, instantOf, msOf } from '../../../../../../functions/domain/time.ts';
import type { PapersWords } from '../../../../words/zh-papers.ts';
import { fieldInstant, fieldText } from '../../training/moments.ts';
import type { PaperRead } from '../view-props.ts';

export type Forms = Answer<'listPaperForms'>;
export type Plan = Omit<Input<'setPaper'>['body'], 'request'>;

export interface Draft {
  groupKind: Plan['group']['kind'];
  groupUnit: string;
  course: string;
  title: string;
  subject: string;
  form: Plan['form'];
  mode: Plan['mode'];
  opensAt: string;
  closesAt: string;
  minutes: string;
  graceS: string;
  shuffle: boolean;
  results: Plan['results'];
  review: Plan['review'];
  ranking: Plan['ranking'];
  redraw: boolean;
}

const HOUR_MS = 3_600_000;

/** A new paper of a unit: tomorrow from nine to ten in China, as the real exam, results when all are over. */
export function emptyDraft(unit: string, { subjects, graceMs, now }: Forms): Draft {
  const subject = subjects.find(({ forms }) => forms.some(({ lacking }) => lacking.length === 0)) ?? subjects[0];
  const form = subject?.forms.find(({ lacking }) => lacking.length === 0) ?? subject?.forms[0];
  const nine = `${fieldText(instantOf(msOf(now) + 24 * HOUR_MS)).slice(0, 10)}T09:00`;
  return {
    ...{ groupKind: 'unit', groupUnit: unit, course: '', title: '' },
    ...{ subject: subject?.id ?? '', form: form?.form ?? 'official', mode: 'realistic' },
    ...{ opensAt: nine, closesAt: `${nine.slice(0, 10)}T10:00` },
    ...{ minutes: form === undefined ? '' : String(form.minutes), graceS: String(graceMs / 1000), shuffle: true },
    ...{ results: 'after-close', review: 'after-close', ranking: 'off', redraw: false },
  };
}

/** A paper that is there. */
export function draftOf(paper: PaperRead): Draft {
  const { group, title, subject, form, mode, minutes, graceMs, shuffle, results, review, ranking } = paper;
  return {
    ...{ groupKind: group.kind, groupUnit: group.id, course: group.id, title, subject, form, mode },
    ...{ opensAt: fieldText(paper.opensAt), closesAt: fieldText(paper.closesAt) },
    ...{ minutes: String(minutes), graceS: String(graceMs / 1000), shuffle, results, review, ranking, redraw: false },
  };
}

/** The draft as the wire takes it; only of one without faults. */
export function planOf(draft: Draft): Plan {
  const { groupKind, groupUnit, course, subject, form, mode, shuffle, results, review, ranking } = draft;
  return {
    group: { kind: groupKind, id: groupKind === 'course' ? course : groupUnit },
    ...{ title: draft.title.trim(), subject, form, mode },
    ...{ opensAt: momentIn(draft.opensAt), closesAt: momentIn(draft.closesAt) },
    ...{ minutes: Number(draft.minutes), graceMs: Number(draft.graceS) * 1000 },
    ...{ shuffle, results, review, ranking },
  };
}

function momentIn(text: string): Instant {
  return fieldInstant(text) ?? '';
}

const TITLE_MOST = 60;

/** Field → what is wrong with it. */
export function draftFaults(draft: Draft, now: Instant, { editor }: PapersWords): Partial<Record<keyof Draft, string>> {
  const { faults } = editor;
  const [opens, closes] = [fieldInstant(draft.opensAt), fieldInstant(draft.closesAt)];
  const title = draft.title.trim();
  return {
    ...(draft.groupKind === 'course' && draft.course === '' && { course: faults.course }),
    ...((title === '' || title.length > TITLE_MOST) && { title: faults.title }),
    ...(draft.subject === '' && { subject: faults.subject }),
    ...(opens === undefined && { opensAt: faults.opensAt }),
    ...closesFault(opens, closes, { now, faults }),
    ...(!isWhole(draft.minutes, 5, 300) && { minutes: faults.minutes }),
    ...(!isWhole(draft.graceS, 0, 1800) && { graceS: faults.grace }),
  };
}

function closesFault(
  opens: Instant | undefined,
  closes: Instant | undefined,
  { now, faults }: { now: Instant; faults: PapersWords['editor']['faults'] },
): { closesAt?: string } {
  if (closes === undefined) return { closesAt: faults.closesAt };
  if (opens !== undefined && closes <= opens) return { closesAt: faults.order };
  return closes <= now ? { closesAt: faults.past } : {};
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

/** The form of a subject that a draft asks for, with what it is made of. */
export function formOf({ subjects }: Forms, { subject, form }: Pick<Draft, 'subject' | 'form'>) {
  return subjects.find(({ id }) => id === subject)?.forms.find((one) => one.form === form);
}

/** A draft with another subject or form: minutes that were the usual ones are the usual ones again. */
export function withForm(draft: Draft, forms: Forms, change: Partial<Pick<Draft, 'subject' | 'form'>>): Draft {
  const next = { ...draft, ...change };
  const [before, after] = [formOf(forms, draft), formOf(forms, next)];
  const isUsual = draft.minutes === '' || Number(draft.minutes) === before?.minutes;
  return isUsual && after !== undefined ? { ...next, minutes: String(after.minutes) } : next;
}
