// Why a subsidy cannot be applied for, or an application not moved on.
import type { subsidyReasonsZh } from './zh-subsidy-reasons.ts';

export const subsidyReasonsEn: typeof subsidyReasonsZh = {
  'subsidy-rule': 'This rule holds no longer, or not yet. Load the page again.',
  'subsidy-no-desk': 'No bureau is recorded above your unit, so nobody could decide. Ask your liaison first.',
  'subsidy-place': 'Your unit is not in the place of this rule.',
  'subsidy-level': 'We do not know any amount for this level. Ask whoever pays.',
  'subsidy-months': 'Choose months that have begun, at most 12 at a time.',
  'subsidy-incomplete': 'Some conditions are not answered yet. Answer them first.',
  'subsidy-nothing': 'By the rule nothing is left to be paid: what was received has reached the cap.',
  'subsidy-held': 'This was applied for already, is under way, or was paid. Each is paid once.',
  'subsidy-state': 'The application has gone on to another step. Load the page again.',
  'subsidy-own': 'Somebody else has to deal with your own application.',
  'subsidy-four-eyes':
    'Checking and putting on the list take two people. You have checked this one: a colleague has to list it.',
  'subsidy-amount': 'The amount is missing, or more than the rule’s own, or than what is left of its cap.',
  'subsidy-notice': 'The days of the notice do not fit: not before today, and no shorter than the rule asks.',
  'subsidy-batch': 'This application does not belong to this list.',
  'subsidy-batch-begun': 'This list is on public notice already: nobody can be added. Begin another one.',
  'subsidy-batch-full': 'This list is full. Begin another one.',
  'subsidy-notice-runs': 'The public notice is not over yet.',
};
