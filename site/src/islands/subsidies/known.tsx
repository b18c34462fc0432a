// What the record says already, in one sentence: it is not asked again.
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import { type Said, yuanOf } from './said.ts';

export function Known({ recorded, said }: { recorded: Claimant; said: Said }) {
  const facts = knownOf(recorded, said);
  return facts.length === 0 ? null : <p class="small soft">{said.w.fromRecord(facts)}</p>;
}

/** The facts of a record in words. */
export function knownOf(recorded: Claimant, { words, w }: Said): string[] {
  const { record, posts } = w;
  const { worksThere, issued, firstOfLevel, registered, socialWorkMonths, established, received } = recorded;
  return [
    ...(worksThere ? [record.worksThere] : []),
    ...(issued === undefined ? [] : [record.issued(words.date(issued))]),
    ...(firstOfLevel === undefined ? [] : [record.firstOfLevel[firstOfLevel ? 'yes' : 'no']]),
    ...(registered ? [record.registered] : []),
    ...(recorded.posts === undefined ? [] : [record.posts(w.listed(recorded.posts.map((post) => posts[post])))]),
    ...(established === undefined ? [] : [record.established[established ? 'yes' : 'no']]),
    ...(socialWorkMonths === undefined ? [] : [record.socialWorkMonths(socialWorkMonths)]),
    ...(received === undefined || received === 0 ? [] : [record.received(yuanOf(received))]),
  ];
}
