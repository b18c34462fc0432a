// A session and a pattern of sessions as forms hold them, and what the wire takes of both. Pure.
import type { Input } from '../../../../../../functions/contract/index.ts';
import type { Form as Held } from '../../../../../../functions/domain/courses/course.ts';
import { type Occurrences, occurrences } from '../../../../../../functions/domain/courses/occurrences.ts';
import { fieldInstant, fieldText } from '../moments.ts';
import type { SessionRead } from '../rights.ts';
import { lessonLines, lessonsIn } from './lesson-lines.ts';

type NewSession = NonNullable<Input<'createCourse'>['body']['sessions']>[number];

/** How sessions are added: one, some days in a row, weekly. */
export type How = 'single' | 'days' | 'weeks';

export interface SessionDraft {
  name: string;
  form: Held;
  trainers: string;
  /** Of a recorded session: see lesson-lines.ts. */
  lessons: string;
  /** Of one session: `2026-05-23T09:00`. */
  startsAt: string;
  endsAt: string;
  division: string;
  address: string;
  why: string;
}

export interface PatternDraft extends Omit<SessionDraft, 'why'> {
  how: How;
  first: string;
  from: string;
  to: string;
  count: string;
  /** 1 (Monday) to 7, as digits. */
  weekdays: string;
  except: string;
}

export function sessionDraft(session: SessionRead): SessionDraft {
  const { title = '', form, trainers, startsAt, endsAt, place } = session;
  return {
    ...{ name: title, form, trainers: trainers.join('\n'), lessons: lessonLines(session.lessons), why: '' },
    ...{ startsAt: fieldText(startsAt), endsAt: fieldText(endsAt) },
    ...{ division: place?.division ?? '', address: place?.address ?? '' },
  };
}

export function emptyPattern(form: Held, today: string): PatternDraft {
  return {
    ...{
      how: 'single',
      name: '',
      form,
      trainers: '',
      lessons: '',
      startsAt: '',
      endsAt: '',
      division: '',
      address: '',
    },
    ...{ first: today, from: '09:00', to: '12:00', count: '3', weekdays: '', except: '' },
  };
}

/** What is the same for every session of a form. */
function shared({
  name,
  form,
  trainers,
  lessons,
  division,
  address,
}: Omit<SessionDraft, 'why' | 'startsAt' | 'endsAt'>) {
  return {
    title: name.trim() === '' ? null : name.trim(),
    form,
    trainers: linesOf(trainers),
    lessons: form === 'recorded' && lessons.trim() !== '' ? lessonsIn(lessons).lessons : null,
    place: address.trim() === '' ? null : { division: division.trim(), address: address.trim() },
  };
}

/** A changed session; undefined while its times are not filled in. */
export function sessionPlan(draft: Omit<SessionDraft, 'why'>): NewSession | undefined {
  const [startsAt, endsAt] = [fieldInstant(draft.startsAt), fieldInstant(draft.endsAt)];
  return startsAt === undefined || endsAt === undefined ? undefined : { ...shared(draft), startsAt, endsAt };
}

/** When the sessions of a pattern are. */
export function timesOf(draft: PatternDraft): Occurrences {
  if (draft.how === 'single') {
    const one = sessionPlan(draft);
    if (one === undefined) return { ok: false, reason: 'time-invalid' };
    if (one.endsAt <= one.startsAt) return { ok: false, reason: 'time-order' };
    return { ok: true, times: [{ startsAt: one.startsAt, endsAt: one.endsAt }] };
  }
  const count = /^\d{1,3}$/.test(draft.count.trim()) ? Number(draft.count.trim()) : 0;
  const weekdays = [...draft.weekdays].map(Number);
  return occurrences({
    ...{ first: draft.first, from: draft.from, to: draft.to, except: linesOf(draft.except) },
    every: draft.how === 'days' ? { kind: 'days', count } : { kind: 'weeks', count, weekdays },
  });
}

/** The sessions of a pattern as the wire takes them. */
export function sessionsOf(draft: PatternDraft): NewSession[] {
  const found = timesOf(draft);
  return found.ok ? found.times.map((time) => ({ ...shared(draft), ...time })) : [];
}

/** Lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
