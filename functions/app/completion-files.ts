// A completion as a file to print: for the person themself, and for whoever issues them.
import type { Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { Completion } from '../domain/completions/completion.ts';
import { hoursText } from '../domain/hours/conversion.ts';
import { dayOf } from '../domain/time.ts';
import { signedIn } from './access.ts';
import type { DocumentDeps, Paper } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';

/** The PDF's bytes. One that is revoked or replaced is not printed any more: its history stays in the lists. */
export function completionFile(deps: DocumentDeps) {
  return async (actor: Actor, { params }: Input<'completionFile'>): Promise<{ number: string; bytes: Uint8Array }> => {
    const me = signedIn(actor);
    const found = await deps.store.completions.get(params.number);
    if (found === undefined) throw new Problem('not_found');
    if (!can.readOwnTraining(me, ofPerson(found.person)))
      await courseFor(deps, actor)('issueCertificate', found.course);
    if (found.status !== 'valid') throw refused('completion-state');
    const printed = await deps.print(paperOf(deps, found));
    if (!printed.ok) throw refused('sign-unknown');
    return { number: found.number, bytes: printed.bytes };
  };
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
