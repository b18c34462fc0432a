// What the exam page says, in English.
import type { ExamWords } from './zh-exam.ts';

const minutes = (ms: number) => {
  const whole = Math.max(0, Math.ceil(ms / 1_000));
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  return [h > 0 ? `${h} h` : '', h > 0 || m > 0 ? `${m} min` : '', `${s} s`].filter(Boolean).join(' ');
};
const questions = (n: number) => `${n} question${n === 1 ? '' : 's'}`;
const changes = (n: number) => `${n} change${n === 1 ? '' : 's'}`;

export const examEn: ExamWords = {
  paper: { official: 'Whole paper', short: 'Short paper' },
  modes: { realistic: 'Realistic mode', relaxed: 'Relaxed mode' },
  offline: 'Offline self-test',
  opening: 'Opening the paper…',
  kinds: { single: 'Single choice', multiple: 'Multiple choice', case: 'Case', design: 'Design' },
  pickOne: 'Choose one',
  pickMany: 'Choose two or more; a wrong one earns nothing, and of too few each right one earns half a mark',
  position: (at, of) => `Question ${at} of ${of}`,
  previous: 'Previous',
  next: 'Next',
  flag: 'Flag',
  flagged: 'Flagged',
  card: 'Answer card',
  cardStates: { answered: 'answered', blank: 'not answered' },
  cardLegend: 'Filled: answered. Hollow: not answered. A dot in the corner: flagged.',
  counts: (answered, blank, flagged) => `${answered} answered, ${blank} blank, ${flagged} flagged`,
  cardQuestion: (n, state, flagged) => `Question ${n}, ${state}${flagged ? ', flagged' : ''}`,
  close: 'Close',
  help: 'Help and display',

  remaining: 'Time left',
  readTime: 'Read out the time left',
  left: (ms) => `${minutes(ms)} left`,
  warn: (n) => `${n} minute${n === 1 ? '' : 's'} left.`,
  doubtful: 'The device’s clock has jumped; checking with the server.',

  saved: 'Saved',
  saving: 'Saving',
  unsent: (n) => `${changes(n)} not sent, kept on this device`,
  unsentUnkept: (n) => `${changes(n)} not sent: do not close this page`,
  keptHere: 'Kept on this device',
  refusedSome: (n) => `${changes(n)} refused by the server, kept here`,
  tryNow: 'Try now',
  offlineNow: 'The server cannot be reached. Go on: answers are kept on this device and sent when there is a network.',
  unkept:
    'This browser keeps no data: do not close or reload this page; without a network your answers are in this page alone.',
  signedOut: 'Your session has ended. All answers are on this device; sign in and go on. The time keeps running.',
  signIn: 'Sign in again',
  otherPerson:
    'Another account is signed in. Sign in with the one that began this attempt; the answers stay on this device.',
  refusedAll: 'The server did not take this. The answers stay on this device; please try again.',

  otherTab: 'This paper is open in another tab; this one only shows it.',
  otherTabHere: 'Go on in this tab',
  otherDevice: 'This attempt goes on on another device; this one only shows it. What it has not sent is still sent.',
  otherDeviceHere: 'Go on on this device',
  takeOverFailed: 'That did not work. Check the network and try again.',

  pause: 'Pause',
  paused: 'Paused',
  pausedText: (ms) =>
    `The time has stopped. ${minutes(ms)} are left when you go on. It may rest for 7 days, then it ends by itself.`,
  resume: 'Go on',
  moveFailed: 'That did not work: the server cannot be reached, and the time keeps running. Please try again.',

  handIn: 'Hand in',
  handInTitle: 'Hand in now?',
  handInRealistic:
    'In realistic mode nobody hands in early; it is handed in when the time is over. Use what is left to check.',
  handInAll: 'Every question is answered.',
  blanks: (n, list) => `${questions(n)} not answered: ${list}`,
  flags: (n, list) => `${questions(n)} flagged: ${list}`,
  handInFinal: 'After that nothing can be changed.',
  handInYes: 'Hand in',
  handInNo: 'Go on',
  rules: (graceS) =>
    `It is handed in when the time is over. Answers given in time count if they arrive within ${graceS} s after it; later ones are kept and do not count.`,
  rulesOffline:
    'Offline self-test: this device counts the time; the result says so and stays out of rankings and statistics. It ends by itself.',

  ending: 'Time is over, handing in',
  handingIn: 'Handing in',
  endingText: 'Answers are locked. Please stay until this page says that it is handed in.',
  endingWaits: (n, ms) =>
    `${changes(n)} on this device have not arrived; trying again and again. They must arrive within ${minutes(ms)} to count. Check the network and keep this page open.`,
  endingNone: (ms) =>
    `All answers have arrived; only handing in is left, and tried again. ${ms > 0 ? 'The server also does it by itself when the time is over.' : 'The server also does it by itself.'}`,
  endingLate: (n) =>
    `The grace is over, and ${changes(n)} have not arrived. They will be kept and do not count. Still trying.`,

  over: 'Handed in',
  expired: 'Time is over: handed in by itself',
  voided: 'This attempt was voided',
  overOffline: 'The offline self-test is over',
  overText: 'All answers have arrived at the server.',
  voidedText: 'The examiner voided this attempt: it is kept and not scored. Ask the examiner if you do not know why.',
  overOfflineText:
    'The answers are kept on this device. Upload them when there is a network to see marks and explanations.',
  stillWaiting: (n) => `${changes(n)} on this device have not arrived; trying again.`,
  lateTitle: (n) => `${changes(n)} came too late and do not count`,
  late: (place, why) => `Question ${place}: ${why}`,
  lateReasons: {
    'made-after-deadline': 'given after the time was over',
    'received-after-grace': 'arrived after the grace',
    'received-after-hand-in': 'arrived after the hand-in',
    voided: 'the attempt was voided',
  },
  toResult: 'See the result',
  toUpload: 'Upload',
  toList: 'Back to mock exams',

  noAttempt: 'There is no such attempt. It may be another account’s, or the address is incomplete.',
  unreachable: 'The paper could not be opened. Check the network and try again; papers opened before need no network.',
  needSignIn: 'Please sign in, then open the paper.',

  material: 'Material',
  part: (n, marks) => `Question ${n} (${marks} marks)`,
  yourAnswer: (n) => `Your answer to question ${n}`,
  length: (n, most) => `${n} characters of ${most} at most`,
  textSaved: 'Saved',
  textKept: 'Kept on this device, sent soon',

  keysTitle: 'Keyboard',
  keys: [
    ['A–E or 1–5', 'choose an option, or take it back'],
    ['→ or N', 'next question'],
    ['← or P', 'previous question'],
    ['F', 'flag'],
    ['G', 'answer card'],
    ['T', 'read out the time left'],
    ['Enter', 'next question; on the last one: hand in'],
    ['?', 'open this help'],
  ],
  keysNote: 'While you type in a field these keys do nothing. The letter keys can be switched off.',
};
