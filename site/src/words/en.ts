// Everything the interface says, in English. Questions stay in Chinese: they are the exam's language.
import { count } from './en-count.ts';
import { practiceEn } from './en-practice.ts';
import type { Words } from './zh.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function dayParts(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}

export const en: Words = {
  ...practiceEn,
  brand: 'Zhuren 助人学堂',
  tagline: 'Practice and training for China’s social worker exam',
  skip: 'Skip to content',
  nav: { label: 'Main', home: 'Home', practice: 'Practice', book: 'Mistakes', progress: 'Progress', me: 'Me' },
  titles: {
    home: 'Home',
    practice: 'Practice',
    drill: 'Answering',
    book: 'Mistakes',
    progress: 'Progress',
    me: 'Me',
    profile: 'Your data',
    invitation: 'Invitations and claims',
    staff: 'Workplace',
    teach: 'Running training',
    import: 'Import people',
    training: 'Training',
    course: 'Course',
    myTraining: 'My training',
    ledger: 'Hours of continuing education',
    door: 'Check in',
    verify: 'Verify a certificate',
    missing: 'No such page',
  },
  loading: 'Opening…',
  retry: 'Try again',
  noScript: 'Practice runs in your browser: please turn JavaScript on.',
  kinds: { single: 'Single answer', multiple: 'Multiple answers' },
  levels: { junior: 'Junior', intermediate: 'Intermediate', senior: 'Senior' },
  levelNames: {
    junior: 'Assistant social worker',
    intermediate: 'Social worker',
    senior: 'Senior social worker',
  },
  difficulties: { easy: 'Easy', medium: 'Medium', hard: 'Hard' },
  chapter: (number, name) => `Chapter ${number} · ${name}`,
  questions: (n) => count(n, 'question'),
  percent: (n) => (n === undefined ? '—' : `${n}%`),
  marks: (text) => `${text} ${text === '1' ? 'mark' : 'marks'}`,
  day: (day) => {
    const [y, m, d] = dayParts(day);
    return `${WEEKDAYS[new Date(Date.UTC(y, m - 1, d)).getUTCDay()]} ${d} ${MONTHS[m - 1]} ${y}`;
  },
  date: (day) => {
    const [y, m, d] = dayParts(day);
    return `${d} ${MONTHS[m - 1]} ${y}`;
  },
  shortDay: (day) => {
    const [, m, d] = dayParts(day);
    return `${d} ${MONTHS[m - 1]}`;
  },
  home: {
    lead: 'Practise by chapter on your phone; see your marks and the reasons at once, with or without a network.',
    countdown: (year) => `Exam ${year}`,
    daysLeft: (n) => `${count(n, 'day')} to go`,
    examToday: 'The exam is today. Good luck',
    unannounced: 'Dates not announced',
    unannouncedHint: 'The countdown starts here when they are.',
    goOn: 'Go on where you left',
    start: 'Start practising',
    startHint: 'Pick a chapter and do 20 questions; stop when you like and go on later.',
    today: 'Today',
    todayCount: (n) => `${count(n, 'question')} answered`,
    todayNone: 'Nothing answered yet',
    runDays: (n) => `${count(n, 'day')} in a row`,
    training: 'Training',
    trainingHint: 'Find and enrol, check in, keep your certificates.',
    subjects: 'Papers',
    wrongWaiting: (n) => `${count(n, 'mistake')} to put right`,
    guest: 'Sign in and your progress follows you to your other devices. Without it, your record stays on this one.',
    signIn: 'Sign in',
  },
  me: {
    account: 'Account',
    signedInAs: (name) => `Signed in: ${name}`,
    guest: 'Not signed in',
    guestHint:
      'Your record is kept in this browser. When you sign in it becomes part of your account; nothing is lost.',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signOutHint: 'What is synced is cleared from this device; your account keeps everything.',
    signOutPending: (n) =>
      `${count(n, 'entry', 'entries')} not synced yet: they stay here and are sent when you sign in again.`,
    confirmSignOut: 'Sign out now',
    welcome: (name) => `Welcome, ${name}.`,
    claimed: 'The practice on this device is now part of your account.',
    profileHint: 'See, correct and export your data, or delete your account.',
    staffHint: 'Where the staff of bureaus, stations and agencies look after units and people.',
    sync: 'Sync',
    syncStates: {
      guest: 'Kept on this device only',
      synced: 'All synced',
      pending: 'Waiting to sync',
      syncing: 'Syncing',
      offline: 'No network: answers are kept here and sent later',
      'signed-out': 'Your session has ended. Answers are kept here and sent when you sign in again',
      'other-person': 'Another account is signed in now; this record is not sent to it',
      stuck: 'Some entries cannot be sent now; they are kept here',
    },
    pending: (n) => `${n} waiting`,
    lastSynced: (time) => `Last synced ${time}`,
    syncNow: 'Sync now',
    refused: (n) => `The server did not take ${count(n, 'entry', 'entries')}; they are kept here.`,
    otherPerson: 'Open the record of the account signed in',
    signedOut: 'Signed out.',
    signOutOffline: 'No network: signing out has to wait until there is one.',
    display: 'Display',
    theme: 'Appearance',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    size: 'Text size',
    sizes: { s: 'Small', m: 'Standard', l: 'Large', xl: 'Extra large' },
    letters: 'Letter keys (A–E choose, F flags)',
    letterStates: { on: 'On', off: 'Off' },
    language: 'Language',
    languages: { zh: '中文', en: 'English' },
    study: 'Practice settings',
    offline: 'Questions offline',
    offlineHint: 'Once downloaded, every chapter works without a network.',
    download: 'Download all questions',
    downloading: (done, of) => `Downloading ${done}/${of}`,
    downloaded: (n) => `Downloaded: ${count(n, 'question')}`,
    downloadFailed: 'Not everything was downloaded. Check the network and try again; what has come is kept.',
    about: 'About the questions',
    aboutText: (n, day) =>
      `${count(n, 'original question')}, each answered by a second reader without seeing the key. Law questions are for the 2027 exam, written from the texts in force up to ${day}; the latest changes of some regulations are not yet checked: the official text decides.`,
    aboutRights: 'Written for this product: no past papers, no textbook content.',
    notKept: 'The browser keeps no data: settings and records go with the page.',
  },
  missing: { text: 'The address may be wrong, or the page has moved.', home: 'To the home page' },
  update: { ready: 'A new version is ready.', reload: 'Update' },
  problems: {
    malformed_json: 'What was sent could not be read. Reload the page and try again.',
    invalid_input: 'Something has the wrong form. Check it and try again.',
    sign_in_failed: 'The sign-in was not completed. Please try again.',
    not_signed_in: 'Please sign in first.',
    session_expired: 'Your session has ended; please sign in again. Your answers are still on this device.',
    foreign_origin: 'The request did not come from this site and was refused.',
    not_found: 'Not found, or not yours.',
    method_not_allowed: 'This address does not take that.',
    body_too_large: 'That is too much at once; send it in parts.',
    unsupported_media_type: 'The content has the wrong type. Reload the page and try again.',
    batch_differs: 'These entries differ from those stored; they are being checked again.',
    request_reused: 'This request’s number belongs to another one. Reload the page and try again.',
    conflict: 'Somebody changed this meanwhile. Reload it and decide again.',
    refused: 'A rule stands against this. Read the note and try again.',
    duplicate_person:
      'This phone or identity number is registered already. For a transfer, ask the present unit or the bureau above.',
    identity_unavailable: 'The sign-in service does not answer; try again later.',
    busy: 'Many people are here right now; try again in a few seconds.',
    internal: 'Something went wrong on our side. Your answers are safe; try again later.',
    offline: 'No network. Kept on this device; it goes on by itself later.',
  },
};
