// The keys of mock papers on one screen: a second one beside keys.ts, so that functions which ask nothing of mock papers carry none of it.
// Parts come validated from the contract: none of them can hold a '#'.

/** Two digits, so that text order is number order. */
function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** The partitions of what is a person's alone: apart, for the function that deletes accounts has no room for the rest. */
export const attemptsOf = (person: string) => `ATTEMPTS#${person}`;
export const seenOf = (person: string) => `SEEN#${person}`;

export const mockKeys = {
  /**
   * An attempt: who sits what until when, < 1 kB. Apart from what belongs to it, so that a list reads heads alone; they sort by their start, for their
   * ids begin with it.
   */
  attempt: (person: string, attempt: string) => ({ PK: attemptsOf(person), SK: `HEAD#${attempt}` }),
  /** What it asks, in order: written once. */
  asked: (person: string, attempt: string) => ({ PK: attemptsOf(person), SK: `${attempt}#ASKED` }),
  /** Answers by twenties; those that came too late stand apart, so that none takes the place of one that counts. */
  answers: (person: string, attempt: string, chunk: number) => ({
    PK: attemptsOf(person),
    SK: `${attempt}#ANSWERS#${two(chunk)}`,
  }),
  lateAnswers: (person: string, attempt: string, chunk: number) => ({
    PK: attemptsOf(person),
    SK: `${attempt}#LATE#${two(chunk)}`,
  }),
  /** What was written to a part of a question that is answered in words, and the same that came too late. */
  text: (person: string, attempt: string, { n, part }: { n: number; part: string }) => ({
    PK: attemptsOf(person),
    SK: `${attempt}#TEXT#${two(n)}#${part}`,
  }),
  lateText: (person: string, attempt: string, { n, part }: { n: number; part: string }) => ({
    PK: attemptsOf(person),
    SK: `${attempt}#WORDS#${two(n)}#${part}`,
  }),
  /** What it earned; and the marks that were given for words. */
  result: (person: string, attempt: string) => ({ PK: attemptsOf(person), SK: `${attempt}#RESULT` }),
  marks: (person: string, attempt: string) => ({ PK: attemptsOf(person), SK: `${attempt}#MARKS` }),
  /** What a person was asked of a subject, and when last: for the next paper. */
  seen: (person: string, subject: string) => ({ PK: seenOf(person), SK: subject }),
  /** Open attempts by the instant at which they close by themselves, in one of their partitions. */
  dueAttempt: (shard: number, at: { dueAt: string; person: string; attempt: string }) => ({
    PK: `CLOSING#${shard}`,
    SK: `${at.dueAt}#${at.person}#${at.attempt}`,
  }),
  /** A set paper, who sits it, and where its group finds it. */
  paper: (paper: string) => ({ PK: `PAPER#${paper}`, SK: 'PAPER' }),
  sitter: (paper: string, person: string) => ({ PK: `PAPER#${paper}`, SK: `SITTER#${person}` }),
  paperOfGroup: (kind: 'course' | 'unit', group: string, { opensAt, paper }: { opensAt: string; paper: string }) => ({
    PK: `${kind === 'course' ? 'COURSE' : 'UNIT'}#${group}`,
    SK: `PAPER#${opensAt}#${paper}`,
  }),
  /** An item of the mock bank in a version that somebody was asked: for ever. And that all of a release are kept. */
  item: (id: string, version: number) => ({ PK: `QUESTION#${id}`, SK: `VERSION#${String(version).padStart(4, '0')}` }),
  keptItems: (subject: string, release: string) => ({ PK: `KEPT#${subject}`, SK: `KEPT#${release}` }),
  /** The results of a subject and a month by their end: where a recount and a regrade find them, and what of each has been counted. */
  resultOfSubject: (subject: string, month: string, at: { endedAt: string; person: string; attempt: string }) => ({
    PK: `RESULTS#${subject}#${month}`,
    SK: `${at.endedAt}#${at.person}#${at.attempt}`,
  }),
  /** The sums of an item in a scope (a subject, a set paper), those of each form of paper apart. */
  statistics: (scope: string, item: { question: string; version: number; form: string }) => ({
    PK: `STATS#${scope}`,
    SK: `${item.question}#${item.version}#${item.form}`,
  }),
  /** What the reader of the stream has taken in and not yet added to its counters. */
  tallyLane: (lane: number) => ({ PK: `TALLY#${lane}`, SK: 'LANE' }),
  /** A set paper in the list of the unit that set it. */
  paperOfUnit: (unit: string, { opensAt, paper }: { opensAt: string; paper: string }) => ({
    PK: `UNIT#${unit}`,
    SK: `SETPAPER#${opensAt}#${paper}`,
  }),
  /** What holds instead of the key of a question, in a version: read by everybody who grades. And all corrections ever made, by time. */
  keyCorrection: (question: string, version: number) => ({
    PK: 'KEYCORRECTIONS',
    SK: `KEY#${question}#${String(version).padStart(4, '0')}`,
  }),
  keyCorrected: (correction: string) => ({ PK: 'KEYCORRECTED', SK: `MADE#${correction}` }),
  /** The grading anew that follows from a correction, by the instant at which it is due. */
  dueRegrade: (due: string, correction: string) => ({ PK: 'REGRADES', SK: `${due}#${correction}` }),
  /** What became of a report of a faulty question, the reports in one state, the oldest first, and how often a question was reported. */
  queuedReport: (question: string, report: string) => ({ PK: `QUESTION#${question}`, SK: `QUEUED#${report}` }),
  reportInState: (state: string, { at, question, report }: { at: string; question: string; report: string }) => ({
    PK: `REPORTS#${state}`,
    SK: `${at}#${question}#${report}`,
  }),
  reported: (question: string) => ({ PK: 'REPORTED', SK: `QUESTION#${question}` }),
} as const;
