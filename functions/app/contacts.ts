// Where one is written to: an address is given, a code is sent there, and with the code it is one's own. No audit line: nobody but oneself sees it,
// and nothing that is counted rests on it.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Message } from '../domain/outbox/message.ts';
import {
  askingFor,
  type Contact,
  type ContactMoved,
  confirmedBy,
  NO_CONTACT,
  withoutEmail,
  withoutWaiting,
} from '../domain/people/contact.ts';
import { checkEmail } from '../domain/people/email.ts';
import type { ContactChange } from '../store/contacts.ts';
import { selfFor } from './account.ts';
import { contactView } from './contact-view.ts';
import type { AccountDeps } from './deps.ts';
import { requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';

/** Gives, replaces or takes away one's address, and says whether one wants notices. An address that is not confirmed yet gets a code, at most 3 an hour. */
export function changeEmail(deps: AccountDeps) {
  return async (actor: Actor, { params, body }: Input<'changeEmail'>): Promise<Answer<'changeEmail'>> => {
    const { person } = await selfFor(deps, actor)('changeSelf', params.person);
    requireKept(person);
    const before = await deps.store.contacts.get(person.id);
    const held: Contact = before ?? NO_CONTACT;
    const wanted = { ...held, wantsNotices: body.wantsNotices ?? held.wantsNotices };
    const { contact, mail } = await withEmail(deps, wanted, { person: person.id, typed: body.email });
    return write(deps, person.id, { before, after: contact, mail });
  };
}

/** Takes the code that was sent to an address. Refused `mail-code-unknown`, `mail-code-expired`. */
export function confirmEmail(deps: AccountDeps) {
  return async (actor: Actor, { params, body }: Input<'confirmEmail'>): Promise<Answer<'confirmEmail'>> => {
    const { person } = await selfFor(deps, actor)('changeSelf', params.person);
    requireKept(person);
    const before = await deps.store.contacts.get(person.id);
    const codeHash = await deps.digest(body.code);
    const after = allowed(confirmedBy(before ?? NO_CONTACT, { codeHash, now: deps.now() }));
    return after === before ? contactView(after) : write(deps, person.id, { before, after });
  };
}

/** The contact with a typed address, and the mail that must be sent for it. */
async function withEmail(
  deps: AccountDeps,
  held: Contact,
  { person, typed }: { person: string; typed: string | null | undefined },
): Promise<{ contact: Contact; mail?: Message }> {
  if (typed === undefined) return { contact: held };
  if (typed === null) return { contact: withoutEmail(held) };
  const checked = checkEmail(typed);
  if (!checked.ok) throw new Problem('invalid_input', [{ path: 'email', message: checked.reason }]);
  const { value: email } = checked;
  if (email === held.confirmed?.email) return { contact: withoutWaiting(held) };
  const [code, now] = [deps.newSecret(), deps.now()];
  const contact = allowed(askingFor(held, { email, codeHash: await deps.digest(code), now }));
  return { contact, mail: { kind: 'confirm-address', at: now, person, code } };
}

function allowed(moved: ContactMoved): Contact {
  if (!moved.ok) throw refused(moved.reason);
  return moved.contact;
}

async function write(deps: AccountDeps, person: string, change: ContactChange): Promise<Answer<'changeEmail'>> {
  const done = await deps.store.contacts.put(person, change);
  if (done === 'gone') throw refused('person-deleted');
  if (done === 'conflict') throw new Problem('conflict');
  return contactView(change.after);
}
