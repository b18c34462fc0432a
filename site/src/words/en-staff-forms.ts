// What the staff forms say, in English.

import { count } from './en-count.ts';
import { doorReasonsEn } from './en-door.ts';
import { enrolmentReasonsEn } from './en-enrolment.ts';
import { examReasonsEn } from './en-exam-reasons.ts';
import { ledgerReasonsEn } from './en-ledger-reasons.ts';
import { paperReasonsEn } from './en-paper-reasons.ts';
import { reportReasonsEn } from './en-report-reasons.ts';
import { stationReasonsEn } from './en-station-reasons.ts';
import type { staffFormsZh } from './zh-staff-forms.ts';

export const staffFormsEn: typeof staffFormsZh = {
  acts: {
    open: 'Open a unit below',
    rename: 'Rename',
    correct: 'Correct',
    move: 'Move',
    merge: 'Merge',
    split: 'Split',
    close: 'Close',
    appoint: 'Appoint',
    relieve: 'Relieve',
    rectify: 'Correct a post record',
    addPerson: 'Add a person',
    correctPerson: 'Correct',
    transfer: 'Transfer',
    employAgain: 'Employ again',
    employBesides: 'Employ elsewhere, too',
    joinPool: 'Add to a pool',
    leavePool: 'Leave',
    leave: 'Leave',
    addCertificate: 'Add a certificate',
    renew: 'Register or renew',
    unmask: 'Show the number',
    giveRole: 'Give a role',
    endRole: 'End',
    invite: 'Invite',
    offerClaim: 'Claim code',
  },
  done: {
    open: 'Opened.',
    rename: 'Renamed.',
    correct: 'Corrected.',
    move: 'Moved.',
    merge: 'Merged.',
    split: 'Split.',
    close: 'Closed.',
    appoint: 'Appointed.',
    relieve: 'Relieved.',
    rectify: 'Corrected.',
    addPerson: 'Added.',
    correctPerson: 'Corrected.',
    transfer: 'Transferred.',
    employ: 'Employed.',
    joinPool: 'Added to the pool.',
    leavePool: 'Left the pool.',
    leave: 'Done.',
    addCertificate: 'Certificate added.',
    renew: 'Registration kept.',
    unmask: 'Shown for 60 seconds; this has been recorded.',
    giveRole: 'Role given.',
    endRole: 'Ended.',
    invite: 'The code is made.',
    offerClaim: 'The code is made.',
  },
  tells: {
    open: (name, parent, day) => `From ${day} on there is a unit “${name}” below ${parent}.`,
    rename: (before, name, day) => `From ${day} on “${before}” is called “${name}”. Its history keeps the old name.`,
    move: (name, parent, day) =>
      `From ${day} on ${parent} looks after ${name} and all below it; the unit above it until then no longer does. What was before stays as it was.`,
    close: (name, day) =>
      `From ${day} on ${name} is no more, and this cannot be undone. Its past and its audit stay. It cannot be closed while people work there or units lie below it.`,
    merge: (names, into, day) =>
      `From ${day} on ${names.join(', ')} are no more and the units below them belong to ${into}. This cannot be undone; their past stays. Their people must have been transferred before.`,
    split: (name, into, day) =>
      `From ${day} on ${name} is no more; ${into.join(', ')} are opened and take its units as chosen. This cannot be undone; its past stays. Its people must have been transferred before.`,
    rectify: (was, is) => `The history says “${is}” instead of “${was}”. The audit keeps both, and why.`,
    strike: (was) =>
      `“${was}” is taken out of the history, as if it had never been. The audit keeps what was taken out, and why.`,
    relieve: (name, post, day) => `From ${day} on ${name} is no longer ${post}. The history keeps it.`,
    addPerson: (name, unit, post, day) =>
      `From ${day} on ${name} works at ${unit} as ${post}. Managers here and above can see it.`,
    transfer: (name, from, to, post, day) =>
      from === to
        ? `From ${day} on ${name} works at ${to} as ${post}. What was before stays.`
        : `From ${day} on ${name} leaves ${from} and works at ${to} as ${post}. What was before stays.`,
    employ: (name, unit, post, day) =>
      `From ${day} on ${name} works at ${unit} as ${post} and is counted there; that unit and those above it see and keep the record. What was before stays.`,
    joinPool: (name, pool, day) => `From ${day} on ${name} is in this pool: ${pool}.`,
    leavePool: (name, pool, day) =>
      `From ${day} on ${name} is no longer in this pool: ${pool}. The selection stays on record; a new one can be added.`,
    leave: (name, unit, day) =>
      `From ${day} on ${name} no longer works at ${unit} and is no longer counted. Profile and history stay; roles have to be ended apart.`,
    unmask:
      'The whole number is shown for 60 seconds. Your name, the time and the reason are recorded for good. Look only when your work needs it.',
    giveRole: (unit, role, day) => `From ${day} on they hold the role “${role}” at ${unit}.`,
    endRole: (name, role, day) =>
      `From ${day} on ${name} no longer holds the role “${role}”; the next thing they try is refused. What they did until then stays.`,
    invite: (unit, role, day) =>
      `Makes a code. Whoever signs in and accepts it is ${role} at ${unit}. It can be accepted until ${day}; to whom it goes is yours to decide, and whoever holds it can use it.`,
    offerClaim: (name) =>
      `Makes a code that works once within 14 days; any earlier one stops working. Whoever uses it becomes “${name}” and sees this record: hand it to the person safely.`,
  },
  codes: {
    days: 'Valid for',
    daysCount: (n) => `${count(Number(n), 'day')}, today included`,
    uses: 'How often it can be used',
    usesHint: (most) => `1 to ${most} times, once a person.`,
    inviteTo: (unit) => `Invitation to ${unit}`,
    inviteText: 'Send the link to whom you invite. They open it, sign in and accept.',
    claimHint:
      'Nobody has signed in to this record yet. Once the person has claimed it, it is what they see after signing in, together with what they have practised before.',
    claimFor: (name) => `Claim code for ${name}`,
    claimText: 'Hand the link to the person. They open it, sign in, claim the record and sign in once more.',
    once: (moment) => `Shown this once and never again. Valid until ${moment}.`,
    link: 'Link',
    code: 'Code',
    copyLink: 'Copy the link',
    copyCode: 'Copy the code',
    copied: 'Copied.',
    marked: 'The browser does not let us copy; it is marked for you to copy.',
    close: 'Close',
  },
  lessons: {
    label: 'Lessons (one a line)',
    hint: 'Write “title | minutes | address” on each line, for example: Lesson 1 | 45 | https://…/1.mp4. A video file plays here; any other page opens in a new window, and the learner confirms being there.',
    fault: (line) =>
      `Line ${line} cannot be read: write “title | minutes | address”, with 1 to 600 minutes and an address that begins with https://.`,
  },
  form: {
    next: 'Next',
    back: 'Back',
    confirm: (act) => `Confirm: ${act}`,
    reload: 'Read it again (what you typed stays)',
    missing: 'Please fill this in.',
    invalid: 'This has the wrong form.',
    optional: 'May be left out.',
    pick: 'Choose',
    fromDay: 'From which day on',
    firstDayWithout: 'The first day on which it no longer holds.',
    endsBefore: 'The end must come after the beginning.',
    notPast: 'Today at the earliest.',
    why: 'Why',
    whyOptional: 'Why (may be left out)',
    basisShort: 'Too short: say a little more.',
    whyHint: 'A notice or a meeting, say. It is recorded: no identity numbers, please.',
    whyShort: 'Too short: say a little more.',
    unitHint: 'Type a part of the name or its pinyin initials, then choose from the list.',
    unitsFound: (n, most) =>
      n === 0
        ? 'No unit to choose.'
        : n > most
          ? `${n} found, ${most} listed; type some more.`
          : `${n} to choose from.`,
    personHint: 'One of the unit’s people.',
  },
  reasons: {
    ...examReasonsEn,
    'id-repeated': 'The id is there twice; try again.',
    'closed-before-opened': 'It cannot be closed before it was opened.',
    'no-start': 'It needs a name and a parent from its first day.',
    unordered: 'The days are out of order. Please check.',
    'outside-life': 'The unit was not yet open on that day, or no longer.',
    'post-overlap': 'There is a head already in that time: relieve them first. Nobody holds one post twice.',
    'second-root': 'A unit with a parent cannot become a top one.',
    'parent-missing': 'There is no such parent.',
    'parent-not-open': 'The parent was not yet open on that day, or no longer.',
    cycle: 'It cannot lie below a unit that lies below it.',
    'unit-unknown': 'There is no such unit.',
    'id-taken': 'The id is taken; try again.',
    'not-open': 'The unit was not yet open on that day, or no longer.',
    'later-change': 'Something was changed on that day or later. History is only added to: choose a later day.',
    'no-change': 'It is so already.',
    'name-blank': 'The name cannot be empty.',
    'quota-invalid': 'The quota must be a whole number, 0 or more.',
    'open-children': 'There are units below it: move or close them first.',
    'has-members': 'People work there, or will: transfer them first.',
    'too-few-units': 'Too few units.',
    'same-unit': 'One unit is named twice.',
    'not-a-child': 'One of the units no longer lies below it. Open this again.',
    'not-a-successor': 'One of the units below was given to no new unit.',
    'post-held': 'This person holds that post already.',
    'post-not-held': 'This person does not hold that post on that day.',
    'entry-unknown': 'There is no such entry.',
    'not-employed': 'This person is not in post on that day.',
    ambiguous: 'This person works at several units: say which.',
    'too-early': 'Too early: it must come after the beginning, and a role ends today at the earliest.',
    'already-there': 'This person works there then already.',
    'already-in': 'In this pool already in that time.',
    'selected-later': 'The selection cannot be later than the first day in the pool.',
    'not-in': 'Not in this pool on that day.',
    'empty-span': 'The end must come after the beginning.',
    'already-ended': 'This role has ended already.',
    'role-held': 'This role is held already in that time.',
    'single-use': 'This role is for one person: the code can be used once.',
    spent: 'The invitation is used up, over, withdrawn, or you have accepted it before.',
    'person-deleted': 'This account was deleted with its personal data; none can be kept of it again.',
    'claimed-already': 'This person signs in already: there is nothing to claim.',
    'has-own-record':
      'Your account has employments, certificates, pools, training or roles of its own, so it cannot take over another record. Ask your unit.',
    'nothing-kept': 'No such number is kept.',
    'too-many': 'Too many units lie below to do this at once. Move some of them elsewhere first, then try again.',
    'exam-future': 'This exam has not begun: only a registration can be recorded.',
    'exam-contradicts': 'This contradicts a result that was confirmed. Say why it is corrected.',
    'exam-state': 'This cannot be done to the record now. Reload to see how it stands.',
    'exam-own': 'Nobody confirms their own exam. Somebody else has to.',
    'certificate-not-due': 'No pass of this level has been confirmed.',
    'certificate-held': 'There is a certificate of this level in the record.',
    'list-full': 'No more entries of this kind can be added.',
    'no-completions': 'There is no valid certificate to print. Reload to see why.',
    'suspicion-gone': 'This sign is not there any more: the marks may have been taken back. Reload to see.',
    'suspicion-own': 'Somebody else decides about a sign that concerns you.',
    ...enrolmentReasonsEn,
    ...doorReasonsEn,
    ...ledgerReasonsEn,
    ...reportReasonsEn,
    ...stationReasonsEn,
    ...paperReasonsEn,
  },
};
