// What one's own data says of the address one is written to, in English.
import type { EmailWords } from './zh-email.ts';

export const emailEn: EmailWords = {
  title: 'E-mail',
  lead: 'Leave an address to be told by mail when training you enrolled in changes its time or place or is cancelled, when a freed seat is offered to you, your enrolment is decided about or a certificate of completion is issued. You need not: “My training” tells you, too.',
  only: 'Nobody but you sees it, your unit neither. It is not used to sign in, and given to nobody.',
  field: 'E-mail address',
  hint: 'A mail is sent there; the address counts once you have opened the link in it.',
  send: 'Send the mail',
  faults: {
    empty: 'Enter an e-mail address.',
    length: 'The address is too long: at most 64 characters before the @, and 254 in all.',
    characters: 'The address has characters that cannot be used, such as spaces.',
    form: 'This is no e-mail address: it should look like name@example.com.',
  },
  waiting: (email) => `Waiting for you to confirm: ${email}`,
  waitingText: (when) => `A mail was sent. Open the link in it before ${when}; if it has not come, look among spam.`,
  overText: 'The link in the mail is over, and the address is not confirmed. Send another mail if you want it.',
  stillOld: 'Mails go here until the new address is confirmed.',
  confirmed: (email) => `Confirmed: ${email}`,
  since: (day) => `Since ${day}`,
  notices: 'Write to me when my training changes',
  noticesOff: 'No mails are sent now. “My training” shows what has changed.',
  again: 'Send it again',
  change: 'Change the address',
  stay: 'Keep the old one',
  cancel: 'Cancel',
  remove: 'Remove the address',
  removeText: (email) =>
    `Nothing is sent to ${email} any more, and it is not kept. Your enrolments and what “My training” tells you stay.`,
  removeSure: 'Remove',
  removeNot: 'Keep it',
  sent: 'The mail was sent.',
  removed: 'The address was removed.',
  stayed: 'The address stays as it was.',
  turnedOn: 'You will be told of changes by mail.',
  turnedOff: 'No mails will be sent.',
  confirming: 'Confirming your address…',
  done: 'Your address is confirmed.',
  guest: 'Sign in to confirm this address, with the account in which you entered it.',
  problems: {
    conflict: 'The address was changed elsewhere meanwhile. Please try again.',
    offline: 'The server could not be reached; the address was not changed. Check the network and try again.',
  },
  reasons: {
    'mail-code-unknown':
      'This link cannot be used: a newer one was sent, the address was removed, or it was entered in another account.',
    'mail-code-expired': 'This link is over: it was good for 24 hours. Send another mail.',
    'mails-most': 'At most 3 mails are sent within an hour. Try again later, and look among spam.',
    'person-deleted': 'The account was deleted: no address is kept of it.',
  },
};
