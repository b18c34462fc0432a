// Who may do what. Every capability asks here; the site asks the same functions to decide what it offers.

/** Somebody who has not signed in, or a person behind a live session. */
export type Actor = { kind: 'guest' } | { kind: 'person'; person: string };

/** The one table of permissions: action → may this actor do it to this thing. */
export const can = {
  /** Read and add to the practice journal of `person`: only that person. */
  keepJournal: (actor: Actor, person: string): boolean => actor.kind === 'person' && actor.person === person,
  /** Report a faulty question: whoever is signed in, so that staff can ask back. */
  reportQuestion: (actor: Actor): boolean => actor.kind === 'person',
} as const;
