// What somebody is shown of where they are written to: the addresses whole, for nobody else is shown them; of the codes nothing.
import type { Answer } from '../contract/index.ts';
import { type Contact, NO_CONTACT } from '../domain/people/contact.ts';
import type { AccountDeps } from './deps.ts';

/** A contact as its own person is shown it. */
export function contactView({ confirmed, waiting, wantsNotices }: Contact): Answer<'changeEmail'> {
  return {
    ...(confirmed === undefined ? {} : { confirmed: { email: confirmed.email, at: confirmed.at } }),
    ...(waiting === undefined ? {} : { waiting: { email: waiting.email, until: waiting.expiresAt } }),
    wantsNotices,
  };
}

/** One's own contact, as it is shown. */
export async function contactOf(deps: AccountDeps, person: string): Promise<Answer<'changeEmail'>> {
  return contactView((await deps.store.contacts.get(person)) ?? NO_CONTACT);
}
