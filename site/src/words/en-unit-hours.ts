// What those say who keep the hours of a unit's people, in English.
import { count } from './en-count.ts';
import { hoursEnglish } from './en-hours.ts';
import type { UnitHoursWords } from './zh-unit-hours.ts';

export const unitHoursEn: UnitHoursWords = {
  title: 'Hours',
  toTraining: 'Training',
  back: 'Back to the unit’s hours',
  lead: 'Continuing education of those who work here: who lacks hours, how many, until when.',
  noRight: 'Your role cannot see hours. Ask the manager of your unit if you need to.',
  none: 'Nobody works at this unit today.',
  noneFit: { all: 'Nobody.', short: 'Nobody lacks hours.', waiting: 'Nothing waits for a decision.' },
  otherUnit: 'Another unit',
  until: (day, perMonth) => `${day} (about ${perMonth} a month)`,
  filter: 'Show',
  filters: { all: 'Everybody', short: 'Who lacks hours', waiting: 'With entries to decide' },
  sum: (people, registered) => `${count(people, 'person', 'people')}, ${registered} registered`,
  parts: {
    reached: (n) => `${n} reached`,
    short: (n) => `${n} short`,
    unregistered: (n) => `${n} not registered`,
  },
  waitingSum: (n) => `${count(n, 'entry', 'entries')} to decide`,
  columns: {
    name: 'Name',
    level: 'Level',
    period: 'Period',
    target: 'Asked for',
    total: 'Counted',
    missing: 'Missing',
    by: 'Until',
    waiting: 'To decide',
  },
  reached: 'Reached',
  reasons: { 'not-registered': 'Not registered', before: 'Registration not begun', 'no-target': 'Nothing asked for' },
  sheet: [
    '姓名',
    '级别',
    '有效期开始',
    '有效期截止',
    '要求（小时）',
    '已计入（小时）',
    '还差（小时）',
    '每月约（小时）',
    '待审核（条）',
    '说明',
  ],
  file: 'Hours of continuing education',
  xlsx: 'Export to Excel',
  csv: 'Export to CSV',
  exportFailed: 'Not exported. Check the network and try again.',
  acts: { approve: 'Approve', refuse: 'Refuse', revoke: 'Revoke', withdraw: 'Withdraw' },
  who: (act, title) => `${act}: ${title}`,
  tells: {
    approve: (title, text) =>
      `The ${hoursEnglish(text)} of “${title}” count by the rules. Look at the originals first. To change this later, revoke it and say why.`,
    refuse: (title) => `“${title}” does not count, and the person sees why.`,
    revoke: (title, text) =>
      `The ${hoursEnglish(text)} of “${title}” no longer count. The entry, your name and your reason stay. This cannot be undone: it would have to be handed in again.`,
    withdraw: (title) => `“${title}” will not be decided any more. The entry and its history stay.`,
  },
  done: { approve: 'Approved.', refuse: 'Refused.', revoke: 'Revoked.', withdraw: 'Withdrawn.' },
  unknownPerson: 'No such person, or not at a unit of yours.',
};
