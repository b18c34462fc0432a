// What of a person's entries counts in a registration period: approved, inside it, no minute twice, a degree once, local categories up to their cap.
import { minutesOf } from '../attendance/intervals.ts';
import type { Day } from '../time.ts';
import { MINUTES_PER_HOUR } from './conversion.ts';
import { dayIn, type HoursEntry, type HoursKind, minutesIn, stateOf } from './entries.ts';
import type { LedgerLine } from './ledger-lines.ts';
import { type Allotted, allot, compare } from './overlap.ts';
import { within } from './split.ts';
import { capOn, type LocalCap } from './targets.ts';

interface Days {
  from: Day;
  last: Day;
}

interface Counting {
  period: Days;
  caps: readonly LocalCap[];
  /** The degree of a lifetime. */
  degree: HoursEntry | undefined;
  given: Allotted[];
  /** Minutes left of a cap in this period. */
  left: Map<LocalCap, number>;
}

export interface Counted {
  counted: Record<HoursKind, number>;
  lines: LedgerLine[];
}

/** Who keeps a minute that two entries claim: training before taught hours before what is capped anyway, then who began first. */
const RANKS: readonly HoursKind[] = ['degree', 'training', 'taught', 'local'];

/**
 * The degree of a lifetime is the earliest that is approved and not revoked, whenever that was: in a later period it counts no more, and
 * neither does a second one. Entries of a day alone overlap with nothing, as nobody knows when they were.
 */
export function countEntries(entries: readonly HoursEntry[], caps: readonly LocalCap[], period: Days): Counted {
  const approved = entries.filter((entry) => stateOf(entry).state === 'approved');
  const [degree] = approved.filter(({ kind }) => kind === 'degree').sort(byTime);
  const counting: Counting = { period, caps, degree, given: [], left: new Map() };
  const ranked = [...approved].sort((a, b) => RANKS.indexOf(a.kind) - RANKS.indexOf(b.kind) || byTime(a, b));
  const lines = new Map(ranked.map((entry) => [entry.id, linesOf(entry, counting)]));
  const counted: Counted['counted'] = { training: 0, degree: 0, taught: 0, local: 0 };
  for (const { id, kind } of ranked) {
    for (const { code, params } of lines.get(id) ?? []) if (code === 'counted') counted[kind] += params.minutes;
  }
  const all = [...entries].sort(byTime).flatMap((entry) => lines.get(entry.id) ?? [statedLine(entry)]);
  return { counted, lines: all };
}

/** Why an entry that is not approved counts nothing. */
function statedLine(entry: HoursEntry): LedgerLine {
  const { state, by, at, why = '' } = stateOf(entry);
  const minutes = minutesIn(entry);
  if (state === 'refused' || state === 'revoked') {
    return { entry: entry.id, code: state, params: { minutes, by, at, why } };
  }
  return { entry: entry.id, code: 'not-approved', params: { minutes } };
}

function linesOf(entry: HoursEntry, counting: Counting): LedgerLine[] {
  const { period, caps, degree, left } = counting;
  const minutes = minutesIn(entry);
  if (entry.kind === 'degree') return [degreeLine(entry, counting)];
  if (entry.kind === 'taught' && entry.degree !== undefined && entry.degree === degree?.id && isIn(degree, period)) {
    return [{ entry: entry.id, code: 'in-degree', params: { minutes, degree: degree.id } }];
  }
  if (entry.kind !== 'local') return timeLines(entry, counting, undefined);
  const { place, category } = entry;
  const cap = capOn(caps, entry, dayIn(entry) ?? period.from);
  if (cap === undefined) return [{ entry: entry.id, code: 'no-local-rule', params: { minutes, place, category } }];
  const lines = timeLines(entry, counting, cap);
  const used = lines.reduce((sum, { code, params }) => (code === 'counted' ? sum + params.minutes : sum), 0);
  left.set(cap, (left.get(cap) ?? minutesOfCap(cap)) - used);
  return lines;
}

function degreeLine(entry: HoursEntry, { degree, period }: Counting): LedgerLine {
  const minutes = minutesIn(entry);
  if (degree !== undefined && entry.id !== degree.id) {
    return { entry: entry.id, code: 'degree-again', params: { minutes, first: degree.id } };
  }
  return { entry: entry.id, code: isIn(entry, period) ? 'counted' : 'outside', params: { minutes } };
}

type Timed = Exclude<HoursEntry, { kind: 'degree' }>;

/** Time of training, study or a local category: cut at the period, without what others have, up to the cap. */
function timeLines(entry: Timed, counting: Counting, cap: LocalCap | undefined): LedgerLine[] {
  const { id } = entry;
  const most = cap === undefined ? undefined : (counting.left.get(cap) ?? minutesOfCap(cap));
  const { got, outside } = gotOf(entry, counting, most);
  counting.given.push(got);
  const lines: LedgerLine[] = [
    { entry: id, code: 'counted', params: { minutes: got.minutes } },
    ...got.overlaps.map((one): LedgerLine => ({ entry: id, code: 'overlap', params: one })),
    { entry: id, code: 'outside', params: { minutes: outside } },
  ];
  if (cap !== undefined) {
    const { category, source } = cap;
    lines.push({ entry: id, code: 'capped', params: { minutes: got.over, category, cap: minutesOfCap(cap), source } });
  }
  return lines.filter(({ params }) => params.minutes > 0);
}

function gotOf(entry: Timed, { period, given }: Counting, most = Number.POSITIVE_INFINITY) {
  const { id, when } = entry;
  if ('intervals' in when) {
    const intervals = within(when.intervals, period);
    return { got: allot({ id, intervals, most }, given), outside: minutesIn(entry) - minutesOf(intervals) };
  }
  const inside = isIn(entry, period) ? when.minutes : 0;
  const minutes = Math.min(inside, most);
  const got: Allotted = { id, intervals: [], minutes, overlaps: [], over: inside - minutes };
  return { got, outside: when.minutes - inside };
}

function minutesOfCap({ capHours }: LocalCap): number {
  return capHours * MINUTES_PER_HOUR;
}

function isIn(entry: HoursEntry, { from, last }: Days): boolean {
  const day = dayIn(entry);
  return day !== undefined && from <= day && day <= last;
}

function byTime(a: HoursEntry, b: HoursEntry): number {
  return compare(keyOf(a), keyOf(b));
}

/** The day; then, for entries that know it, the minute; then the id. */
function keyOf(entry: HoursEntry): string {
  const from =
    entry.kind === 'degree' || 'day' in entry.when ? '' : (entry.when.intervals.map((one) => one.from).sort()[0] ?? '');
  return [dayIn(entry) ?? '', from, entry.id].join('\n');
}
