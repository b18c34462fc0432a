// Completions as files to print: one for the person themself and for whoever issues them; all of a course, part after part, for the latter.
import type { Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { Completion } from '../domain/completions/completion.ts';
import { hoursText } from '../domain/hours/conversion.ts';
import { dayOf } from '../domain/time.ts';
import { signedIn } from './access.ts';
import { storeCursor, wireCursor } from './completions.ts';
import type { DocumentDeps, Paper } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';

/**
 * Completions of one part of a course: a page takes some 60 ms of a whole processor and 10 kB (measured), a function of 1 GB has a bit more than half of one.
 * So a part is there in some 6 s, of the 29 s and 4.5 MB that a function has for an answer of bytes.
 */
const PART_MOST = 50;

/** The PDF's bytes. One that is revoked or replaced is not printed any more: its history stays in the lists. */
export function completionFile(deps: DocumentDeps) {
  return async (actor: Actor, { params }: Input<'completionFile'>): Promise<{ number: string; bytes: Uint8Array }> => {
    const me = signedIn(actor);
    const found = await deps.store.completions.get(params.number);
    if (found === undefined) throw new Problem('not_found');
    if (!can.readOwnTraining(me, ofPerson(found.person)))
      await courseFor(deps, actor)('issueCertificate', found.course);
    if (found.status !== 'valid') throw refused('completion-state');
    const { bytes, unprinted } = await deps.print([paperOf(deps, found)]);
    if (unprinted.length > 0) throw refused('sign-unknown');
    return { number: found.number, bytes };
  };
}

/** A part of a course's completions as one PDF: those that hold, by person. */
export interface CoursePart {
  bytes: Uint8Array;
  pages: number;
  /** Numbers of those whose sign the font lacks: they are not among the pages. */
  unprinted: string[];
  /** Where the next part begins; missing when there is none. */
  next?: string;
}

/** One PDF of at most 50 completions of a course. Refused when none is left that holds; with no page when none of the part can be printed. */
export function courseCompletionsFile(deps: DocumentDeps) {
  return async (actor: Actor, { params, query }: Input<'courseCompletionsFile'>): Promise<CoursePart> => {
    const { course } = await courseFor(deps, actor)('issueCertificate', params.course);
    const valid = await validPast(deps, course.id, query.from);
    if (valid.length === 0) throw refused('no-completions');
    const part = valid.slice(0, PART_MOST);
    const printed = await deps.print(part.map((one) => paperOf(deps, one)));
    const last = valid.length > PART_MOST ? part.at(-1) : undefined;
    const pages = part.length - printed.unprinted.length;
    return {
      ...{ bytes: printed.bytes, pages, unprinted: printed.unprinted.map(({ number }) => number) },
      ...(last && { next: wireCursor(deps.store.completions.cursorOf(last)) }),
    };
  };
}

/** The completions past a cursor that hold, one more than a part if there are so many: it says whether another part follows. */
async function validPast(deps: DocumentDeps, course: string, from: string | undefined): Promise<Completion[]> {
  const valid: Completion[] = [];
  let cursor = from === undefined ? undefined : storeCursor(from);
  do {
    const more: { cursor?: string } = cursor === undefined ? {} : { cursor };
    const { found, next } = await deps.store.completions.ofCourse(course, { limit: PART_MOST + 1, ...more });
    valid.push(...found.filter(({ status }) => status === 'valid'));
    cursor = next;
  } while (cursor !== undefined && valid.length <= PART_MOST);
  return valid;
}

/** What is printed. Everything the QR says stands after the '#': whoever scans it sends it to nobody. */
function paperOf(deps: DocumentDeps, completion: Completion): Paper {
  const { number, name, maskedId, title, issuer, coOrganisers, from, to, minutes, minutesPerHour } = completion;
  return {
    ...{ number, name, ...(maskedId === undefined ? {} : { maskedId }), title, issuer, coOrganisers },
    ...{ from: dayText(from), to: dayText(to), issuedOn: dayText(dayOf(completion.issuedAt)) },
    ...{ hours: hoursText(minutes), periods: hoursText(minutes, minutesPerHour) },
    link: `${deps.origin}/verify/#${completion.signature}`,
  };
}

/** `2026年5月3日`. */
function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
