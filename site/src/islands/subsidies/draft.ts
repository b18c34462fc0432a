// What somebody types into the calculator, which questions a rule leaves open, and what the answers come to. Pure.
import type { Claimant } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import { centsOf, type Level } from './said.ts';

export type YesNo = '' | 'yes' | 'no';

export interface Draft {
  rule: string;
  level: Level | '';
  worksThere: YesNo;
  issued: string;
  firstTime: '' | 'first' | 'level' | 'no';
  registered: YesNo;
  socialWorkMonths: string;
  workMonths: string;
  post: NonNullable<Claimant['posts']>[number] | '';
  established: YesNo;
  appraised: YesNo;
  /** Yuan. */
  received: string;
  /** `2026-01`, and how many. */
  monthFrom: string;
  monthCount: string;
}

export type Question = Exclude<keyof Draft, 'rule' | 'level' | 'monthCount'>;

export const NOTHING_TYPED: Draft = {
  ...{ rule: '', level: '', worksThere: '', issued: '', firstTime: '', registered: '', socialWorkMonths: '' },
  ...{ workMonths: '', post: '', established: '', appraised: '', received: '', monthFrom: '', monthCount: '1' },
};

/** What must be asked: what the rule wants to know and the record does not say. Months are asked where the record knows too few. */
export function questionsOf(rule: SubsidyRule, recorded: Claimant): Question[] {
  const { service } = rule;
  const isShort = typeof service === 'object' && (recorded.socialWorkMonths ?? -1) < service.months;
  const asked: [Question, boolean][] = [
    ['worksThere', recorded.worksThere === undefined],
    ['issued', recorded.issued === undefined],
    ['firstTime', isAsked(rule.firstTime) && recorded.firstOfLevel === undefined],
    ['registered', typeof rule.registration === 'object' && recorded.registered === undefined],
    ['socialWorkMonths', isShort && typeof service === 'object' && service.of === 'social-work'],
    ['workMonths', isShort && typeof service === 'object' && service.of === 'work'],
    ['post', typeof rule.posts === 'object' && recorded.posts === undefined],
    ['established', rule.established === 'excluded' && recorded.established === undefined],
    ['appraised', rule.appraisal === 'passed'],
    ['received', rule.kind === 'one-off' && (rule.difference !== false || typeof rule.cap === 'number')],
    ['monthFrom', rule.kind === 'monthly'],
  ];
  return asked.flatMap(([question, isOpen]) => (isOpen ? [question] : []));
}

export type Fault = 'issued' | 'months' | 'received';

/** What is wrong with what was typed, by question; nothing is wrong with what was not. */
export function faultsOf(draft: Draft, today: string): { [Q in Question]?: Fault } {
  const isMonths = (text: string) => text === '' || /^\d{1,3}$/.test(text.normalize('NFKC').trim());
  return {
    ...(draft.issued !== '' &&
      !(draft.issued <= today && /^\d{4}-\d{2}-\d{2}$/.test(draft.issued)) && { issued: 'issued' }),
    ...(!isMonths(draft.socialWorkMonths) && { socialWorkMonths: 'months' }),
    ...(!isMonths(draft.workMonths) && { workMonths: 'months' }),
    ...(centsOf(draft.received) === undefined && { received: 'received' }),
  } as { [Q in Question]?: Fault };
}

/** The answers to the open questions, as far as they are given and right. */
export function answersOf(draft: Draft, questions: readonly Question[]): Claimant {
  const open = new Set(questions);
  const yes = (question: 'worksThere' | 'registered' | 'established' | 'appraised') =>
    open.has(question) && draft[question] !== '' ? { [question]: draft[question] === 'yes' } : {};
  const months = (question: 'socialWorkMonths' | 'workMonths') => {
    const text = draft[question].normalize('NFKC').trim();
    return open.has(question) && /^\d{1,3}$/.test(text) ? { [question]: Number(text) } : {};
  };
  const received = centsOf(draft.received);
  return {
    ...yes('worksThere'),
    ...(open.has('issued') && /^\d{4}-\d{2}-\d{2}$/.test(draft.issued) ? { issued: draft.issued } : {}),
    ...(open.has('firstTime') && draft.firstTime !== ''
      ? { firstOfLevel: draft.firstTime !== 'no', firstEver: draft.firstTime === 'first' }
      : {}),
    ...yes('registered'),
    ...months('socialWorkMonths'),
    ...months('workMonths'),
    ...(open.has('post') && draft.post !== '' ? { posts: [draft.post] } : {}),
    ...yes('established'),
    ...yes('appraised'),
    ...(open.has('received') && received !== undefined && received > 0 ? { received } : {}),
  };
}

/** The months applied for; undefined where no first month is chosen. */
export function monthsOf({ monthFrom, monthCount }: Draft): { from: string; count: number } | undefined {
  return monthFrom === '' ? undefined : { from: monthFrom, count: Number(monthCount) };
}

/** The months that may be chosen: the two years up to this month, the latest first. */
export function recentMonths(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 24 }, (_, i) => {
    const month = last - i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** Answers that were given before, as if they had been typed. */
export function typedFrom(rule: string, level: Level, answers: Claimant): Draft {
  const yes = (value: boolean | undefined): YesNo => (value === undefined ? '' : value ? 'yes' : 'no');
  const { firstOfLevel, firstEver, received = 0 } = answers;
  return {
    ...NOTHING_TYPED,
    ...{ rule, level, issued: answers.issued ?? '', post: answers.posts?.[0] ?? '' },
    ...{ worksThere: yes(answers.worksThere), registered: yes(answers.registered) },
    ...{ established: yes(answers.established), appraised: yes(answers.appraised) },
    firstTime: firstOfLevel === undefined ? '' : firstEver ? 'first' : firstOfLevel ? 'level' : 'no',
    socialWorkMonths: answers.socialWorkMonths === undefined ? '' : String(answers.socialWorkMonths),
    workMonths: answers.workMonths === undefined ? '' : String(answers.workMonths),
    received: received === 0 ? '' : String(received / 100),
  };
}

function isAsked(firstTime: SubsidyRule['firstTime']): boolean {
  return firstTime === 'level' || firstTime === 'ever' || firstTime === 'unclear';
}
