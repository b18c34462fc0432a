// What changed since somebody last looked: many notices become one piece of news, each session as it was then and as it is now.
import type { Instant } from '../time.ts';
import type { Notice, Told } from './notice.ts';
import { newsOf } from './plan.ts';

/** A notice to all who come, with its number. */
export type Numbered = Exclude<Notice, { kind: 'offer' }> & { number: number };

export interface SessionNews {
  news: ('time' | 'place' | 'cancelled' | 'added')[];
  before?: Told;
  after: Told;
}

export interface News {
  /** The number of the last notice that this tells of. */
  upTo: number;
  at: Instant;
  /** Why the whole course is off: then nothing else is worth telling. */
  cancelled?: string;
  changes: SessionNews[];
}

/** One piece of news of notices in their order; undefined where all came back to what it was. */
export function newsIn(notices: readonly Numbered[]): News | undefined {
  const last = notices.at(-1);
  if (last === undefined) return undefined;
  const end = { upTo: last.number, at: last.at };
  const off = notices.findLast((notice) => notice.kind === 'cancelled');
  if (off !== undefined) return { ...end, cancelled: off.why, changes: [] };
  const changes = changesIn(notices);
  return changes.length === 0 ? undefined : { ...end, changes };
}

function changesIn(notices: readonly Numbered[]): SessionNews[] {
  const spans = new Map<string, { before?: Told; after: Told }>();
  for (const { before, after } of notices.flatMap((one) => (one.kind === 'sessions' ? one.changes : []))) {
    const first = spans.get(after.id);
    spans.set(after.id, { ...(first ?? (before && { before })), after });
  }
  return [...spans.values()].flatMap(({ before, after }): SessionNews[] => {
    // Added and called off meanwhile: whoever looks now has missed nothing.
    if (before === undefined) return after.state === 'cancelled' ? [] : [{ news: ['added'], after }];
    const news = newsOf(before, after);
    // That a session is off is all there is to say of it.
    const told = news.includes('cancelled') ? (['cancelled'] as const) : news;
    return told.length === 0 ? [] : [{ news: [...told], before, after }];
  });
}
