// What became of an entry's minutes, as sentences. Pure: a code that is not known says so, for a page may be older than the server.
import { type Day, dayOf, type Instant } from '../../../../functions/domain/time.ts';
import { hours } from './figures.ts';
import type { Entry, Figures, Said } from './said.ts';

type Line = Figures['lines'][number];

/** The sentence of a line; `titles` are those of all entries, by id. */
export function lineText({ code, params, byName }: Line, titles: ReadonlyMap<string, string>, said: Said): string {
  const { words, w } = said;
  const sentences: Readonly<Record<string, (typeof w.lines)[keyof typeof w.lines]>> = w.lines;
  const text = (name: string) => String(params[name] ?? '');
  const other = text('with') || text('first') || text('degree');
  const about = {
    other: titles.get(other) ?? w.gone,
    category: text('category'),
    cap: hours(Number(params.cap ?? 0)),
    source: text('source'),
    who: byName ?? w.somebody,
    day: params.at === undefined ? '' : words.date(dayOf(text('at') as Instant)),
    why: text('why'),
  };
  return sentences[code]?.(hours(Number(params.minutes ?? 0)), about) ?? w.unknownLine;
}

/** The lines of each entry. */
export function linesByEntry(ledger: Figures | undefined): ReadonlyMap<string, readonly Line[]> {
  return Map.groupBy(ledger?.lines ?? [], ({ entry }) => entry);
}

/** The entries of a period, and the others. Something that reaches over its border is in it: some of it counts there. */
export function byPeriod(entries: readonly Entry[], period: { from: Day; last: Day } | undefined) {
  if (period === undefined) return { inside: [...entries], outside: [] };
  const touches = (entry: Entry) => daysOf(entry).some((day) => period.from <= day && day <= period.last);
  return { inside: entries.filter(touches), outside: entries.filter((entry) => !touches(entry)) };
}

function daysOf({ day, intervals }: Entry): Day[] {
  const days = (intervals ?? []).flatMap(({ from, to }) => [dayOf(from), dayOf(to)]);
  return days.length > 0 || day === undefined ? days : [day];
}

/** A refusal by whoever proposed it is a withdrawal. */
export function stateText({ facts }: Pick<Entry, 'facts'>, nth: number, { w }: Said): string {
  const fact = facts[nth];
  if (fact === undefined) return '';
  return fact.state === 'refused' && fact.by === facts[0]?.by ? w.withdrawn : w.states[fact.state];
}
