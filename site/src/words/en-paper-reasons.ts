// English: why something about a mock paper or a question is refused, and how the audit tells what was done about them.
import type { paperReasonsZh } from './zh-paper-reasons.ts';

export const paperReasonsEn: typeof paperReasonsZh = {
  'attempt-over': 'This attempt is over.',
  'hand-in-early': 'Realistic mode has no early hand-in.',
  'no-pause': 'This paper cannot be paused.',
  'paused-already': 'It is paused already.',
  'not-paused': 'It is not paused.',
  'paper-closed': 'This paper is not open now.',
  'paper-not-yours': 'This paper was not set for this person.',
  'paper-sat': 'Everybody sits it once, and it has been sat.',
  'paper-opened': 'The paper is open, or about to open: only its closing can be made later.',
  'paper-over': 'Everybody has ended: this paper can no longer be changed.',
  'paper-cancelled': 'This paper was cancelled.',
  'paper-released': 'The results are released already, or not by hand.',
  'extra-time-less': 'This person is sitting the paper: time can be added, not taken away.',
  'no-such-question':
    'Nobody was asked this version of the question, or it is answered in words: its key cannot be corrected.',
  'not-handed-in': 'This paper is not handed in yet, and cannot be marked.',
  'report-state': 'The report has changed meanwhile, and cannot be decided so. Load it again.',
  'key-same': 'The key is so already: there is nothing to correct.',
  'token-invalid': 'This offline paper is over, or belongs to another account.',
  'review-closed': 'Answers and explanations cannot be read yet.',
  'not-self-marked': 'A trainer marks this paper; one cannot mark it oneself.',
};

/** What was done about set papers and questions, as the audit tells it: acts, things and fields. */
export const paperActsEn = {
  setPaper: 'Paper scheduled',
  changeSetPaper: 'Paper changed',
  closePaperLater: 'Closing made later',
  releaseResults: 'Results released',
  cancelSetPaper: 'Paper cancelled',
  readPaperQuestions: 'Questions and keys read',
  giveExtraTime: 'Extra time given',
  voidAttempt: 'Attempt voided',
  markEssays: 'Marks given',
  decideReport: 'Report decided',
  correctKey: 'Key corrected',
};

export const paperThingsEn = {
  paper: 'Paper',
  sitter: 'Candidate',
  attempt: 'Attempt',
  report: 'Report',
  question: 'Question',
};

export const paperFactsEn = {
  title: 'title',
  group: 'for',
  subject: 'subject',
  form: 'form',
  mode: 'mode',
  window: 'open',
  minutes: 'minutes',
  graceMs: 'grace (ms)',
  shuffle: 'options shuffled',
  results: 'results',
  review: 'review',
  ranking: 'ranking',
  seed: 'seed',
  questions: 'questions',
  state: 'state',
  releasedAt: 'released',
  paper: 'paper',
  factor: 'time (%)',
  deadline: 'deadline',
  earned: 'half-points',
  marking: 'marking',
  question: 'question',
  key: 'key',
};
