// What changed in a course, in sentences. Pure.

import type { Mine } from '../training/doors.ts';
import { type Said, spanText } from '../training/moments.ts';

export type News = NonNullable<Mine['news']>;
type Change = News['changes'][number];
type Told = Change['after'];

/** A sentence for everything that changed. */
export function newsTexts(news: News, said: Said): string[] {
  if (news.cancelled !== undefined) return [said.t.news.courseOff(news.cancelled)];
  return news.changes.flatMap((change) => changeTexts(change, said));
}

function changeTexts({ news, before, after }: Change, said: Said): string[] {
  const { news: n } = said.t;
  const named = (told: Told) => (told.title === undefined ? '' : `${told.title}　`) + spanText(told, said);
  return news.map((kind) => {
    if (kind === 'cancelled') return n.off(named(before ?? after));
    if (kind === 'added') return n.added(named(after));
    if (kind === 'time' && before !== undefined) return n.time(named(after), spanText(before, said));
    return movedText({ before, after, when: named(after) }, said);
  });
}

/** A place that reads as before was not what changed: then it is the link. */
function movedText(
  { before, after, when }: { before?: Told | undefined; after: Told; when: string },
  said: Said,
): string {
  const { news: n } = said.t;
  const [was, is] = [before === undefined ? '' : whereText(before, said), whereText(after, said)];
  return was === is ? n.link(when) : n.place(when, is, was);
}

function whereText({ form, place }: Told, { t }: Said): string {
  return form === 'live' || form === 'recorded' ? t.news.online : (place?.address ?? t.news.here);
}
