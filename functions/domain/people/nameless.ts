// What stays of somebody's training when their account is deleted: who was where, when and for how long, as a head that is counted. Names, numbers,
// devices and free text go: a sentence may say who it is of, or why they were away.
import type { Correction } from '../attendance/corrections.ts';
import type { Mark } from '../attendance/marks.ts';
import type { Completion } from '../completions/completion.ts';
import type { Enrolment } from '../courses/enrolment.ts';
import type { HoursEntry } from '../hours/entries.ts';
import type { Instant } from '../time.ts';
import { GONE_NAME } from './person.ts';

/** An enrolment without a name and without the reasons of its steps; seats, state and unit are as they were. */
export function namelessEnrolment(enrolment: Enrolment): Enrolment {
  return { ...enrolment, name: GONE_NAME, steps: enrolment.steps.map(unsaid) };
}

/** A mark without the phone that made it, the name of a walk-in and the reason of whoever made it by hand. Its verdict is the same. */
export function namelessMark<M extends Mark & { name?: string; scan?: string }>(mark: M): M {
  const { name, ...rest } = { ...mark };
  for (const field of ['device', 'why', 'scan'] as const)
    delete (rest as Partial<Record<typeof field, unknown>>)[field];
  return (name === undefined ? rest : { ...rest, name: GONE_NAME }) as M;
}

/** A leave without its reasons. */
export function namelessExcuse<X extends { steps: readonly { why: string }[] }>(excuse: X): X {
  return { ...excuse, steps: excuse.steps.map((step) => ({ ...step, why: '' })) };
}

/** A correction without its reasons. */
export function namelessCorrection<C extends Correction>(correction: C): C {
  const { decided } = correction;
  return { ...correction, why: '', ...(decided === undefined ? {} : { decided: { ...decided, why: '' } }) };
}

/** An entry of the ledger with its minutes and states, without what it and its proofs are called and without reasons. */
export function namelessEntry<E extends HoursEntry>(entry: E): E {
  const { title: _t, organiser: _o, ...rest } = entry;
  const [first, ...more] = entry.facts;
  return {
    ...(rest as E),
    ...(entry.kind === 'local' ? { category: '' } : {}),
    evidence: entry.evidence.map((one) => ({ ...one, name: '' })),
    facts: [unsaid(first), ...more.map(unsaid)],
  };
}

/**
 * A completion as a fact of its course: number, course, days, minutes. Whom it was given to it says no more, nor what was signed; one that was
 * valid is revoked, for nobody can show that it is theirs.
 */
export function namelessCompletion({ maskedId: _, ...completion }: Completion, at: Instant): Completion {
  const { status, person, ended } = completion;
  return {
    ...completion,
    ...{ name: GONE_NAME, signature: '', status: status === 'valid' ? 'revoked' : status },
    ended: ended === undefined ? { at, by: person, why: '' } : { ...ended, why: '' },
  };
}

function unsaid<S extends { why?: string | undefined }>({ why: _, ...step }: S): Omit<S, 'why'> {
  return step;
}
