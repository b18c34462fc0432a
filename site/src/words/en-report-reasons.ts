// Why a bureau's report cannot be moved on, or a key not be made.
import type { reportReasonsZh } from './zh-report-reasons.ts';

export const reportReasonsEn: typeof reportReasonsZh = {
  'report-state': 'The report has moved on meanwhile. Reload to see where it is.',
  'report-signer': 'Two people sign, and nobody receives what they signed: somebody else has to do this.',
  'report-hash': 'The figures have changed since you looked. Reload, and check before you sign.',
  'report-term': 'These months are not those of the template, or have not begun.',
  'report-open': 'A report of these months is under way: go on with that one.',
  'report-cut-off': 'The cut-off must lie ten minutes back, and after the end of the report’s months.',
  'report-wide': 'There are too many units below to show one by one: show one level less.',
  'report-no-parent': 'The unit has none above it to send a report to.',
  'key-ended': 'This key has ended already.',
  'key-span': 'The last day must be today or later, and within two years.',
};
