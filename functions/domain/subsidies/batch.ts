// A batch: applications for one rule that are shown to the public together. It is a list; how far each is stands in the application.
import type { Day, Instant } from '../time.ts';

export interface Member {
  person: string;
  application: string;
}

export interface Batch {
  id: string;
  desk: string;
  rule: string;
  version: number;
  at: Instant;
  /** Who began it. */
  by: string;
  /** The day on which the list is put up, and its last day; see notice.ts. */
  from: Day;
  last: Day;
  members: readonly Member[];
  /** What all of them came to when they were listed. */
  cents: number;
}

/** What an application is found by among others. */
export function memberName(person: string, application: string): string {
  return `${person} ${application}`;
}

/** What one item of the table holds with room to spare, and one printed list with it. */
export const MEMBERS_MOST = 600;

/** Applications that go through one request: with their lines and the batch they stay below the hundred writes of a transaction. */
export const SLICE_MOST = 30;

/** A batch with further members, who must not be in it yet. Not past its first day: whoever is added later would be shown for too short. */
export function withMembers(
  batch: Batch,
  added: readonly (Member & { cents: number })[],
  { at, day }: { at: Instant; day: Day },
): { ok: true; batch: Batch } | { ok: false; reason: 'begun' | 'full' } {
  if (day > batch.from) return { ok: false, reason: 'begun' };
  const members = [...batch.members, ...added.map(({ person, application }) => ({ person, application }))];
  if (members.length > MEMBERS_MOST) return { ok: false, reason: 'full' };
  const cents = added.reduce((sum, one) => sum + one.cents, batch.cents);
  return { ok: true, batch: { ...batch, members, cents, at, version: batch.version + 1 } };
}
