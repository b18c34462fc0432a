// English: why the ledger of continuing education refuses something.
import type { ledgerReasonsZh } from './zh-ledger-reasons.ts';

export const ledgerReasonsEn: Record<keyof typeof ledgerReasonsZh, string> = {
  'entry-future': 'This is not over yet. Hand it in when it is.',
  'entry-state': 'This entry has moved on, and this cannot be done now. Reload and look again.',
  'entry-no-unit':
    'You are in no unit yet, so nobody could decide about this. Ask your unit to register you, or claim your record with its code.',
  'entry-own': 'Somebody else decides about your own hours, and about what you handed in.',
  'entry-not-own': 'Somebody else handed this in, and can withdraw it.',
  'entry-of-course': 'These hours were earned in a course. Correct them there.',
  'no-such-degree': 'There is no such degree here. Hand in the degree first, or choose again.',
};
