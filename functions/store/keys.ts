// Every item's keys on one screen. Parts come validated from the contract: none of them can hold a '#'.

/** Pads a number so that text order is number order: batches count to 9,999,999 (the contract's most), audit lines to 999,999,999. */
function padded(sequence: number, digits = 7): string {
  return String(sequence).padStart(digits, '0');
}

/** Sorts past every item that shares a prefix: ids hold no "~". */
export const LAST = '~';

/** Stands where a course's first day would, for one that has no session yet: after all days. */
export const LATER = '9999-99-99';

/** Stands where a unit's id would, for the parent of roots and for the chain of what is in no unit. No unit is called so. */
export const NO_UNIT = { parent: 'ROOT', chain: 'NONE' } as const;

export const keys = {
  /** A person: who they are to us. */
  person: (person: string) => ({ PK: `PERSON#${person}`, SK: 'PERSON' }),
  /** The issuer's name for a person → ours. Written once, with the person or when they first sign in. */
  identity: (issuer: string, subject: string) => ({ PK: `IDENTITY#${issuer}#${subject}`, SK: 'IDENTITY' }),
  /** The keyed hash of a number that one person alone has → that person. */
  hash: (kind: 'id' | 'phone', hash: string) => ({ PK: `HASH#${kind}#${hash}`, SK: 'PERSON' }),
  /** A live session, under the hash of its token: a leaked table signs nobody in. */
  session: (tokenHash: string) => ({ PK: `SESSION#${tokenHash}`, SK: 'SESSION' }),
  /** That a person has a session: by this all of theirs are ended. */
  sessionOfPerson: (person: string, tokenHash: string) => ({ PK: `PERSON#${person}`, SK: `SESSION#${tokenHash}` }),
  /** A batch of the practice journal; the natural key makes a second write the same write. */
  batch: (person: string, device: string, first: number) => ({
    PK: `JOURNAL#${person}`,
    SK: `${device}#${padded(first)}`,
  }),
  /** A report of a faulty question, under the question. */
  report: (question: string, person: string, id: string) => ({
    PK: `QUESTION#${question}`,
    SK: `REPORT#${person}#${id}`,
  }),
  /** That a person made a report: by this all of theirs are found. `author` is who they were when they made it. */
  reportOfPerson: (person: string, { question, author, id }: { question: string; author: string; id: string }) => ({
    PK: `PERSON#${person}`,
    SK: `REPORT#${question}#${author}#${id}`,
  }),
  /** A unit with its whole past. */
  unit: (unit: string) => ({ PK: `UNIT#${unit}`, SK: 'UNIT' }),
  /** A stretch of days of a unit below a parent (null: as a root), under the parent. */
  child: (parent: string | null, child: string, from: string) => ({
    PK: `UNIT#${parent ?? NO_UNIT.parent}`,
    SK: `CHILD#${child}#${from}`,
  }),
  /** A role of a person at a unit, under both. */
  grantOfPerson: (person: string, grant: string) => ({ PK: `PERSON#${person}`, SK: `GRANT#${grant}` }),
  grantOfUnit: (unit: string, person: string, grant: string) => ({
    PK: `UNIT#${unit}`,
    SK: `GRANT#${person}#${grant}`,
  }),
  /** A line of a unit's list of who works there: one for each employment. */
  worker: (unit: string, person: string, from: string) => ({ PK: `UNIT#${unit}`, SK: `WORKER#${person}#${from}` }),
  /** An invitation, under the hash of its code, and each person who accepted it. */
  invitation: (codeHash: string) => ({ PK: `INVITATION#${codeHash}`, SK: 'INVITATION' }),
  acceptance: (codeHash: string, person: string) => ({ PK: `INVITATION#${codeHash}`, SK: `PERSON#${person}` }),
  /** A claim to a person's record, under the hash of its code; and which of a person's claims is the newest. */
  claim: (codeHash: string) => ({ PK: `CLAIM#${codeHash}`, SK: 'CLAIM' }),
  claimOfPerson: (person: string) => ({ PK: `PERSON#${person}`, SK: 'CLAIM' }),
  /** A line of a unit's audit chain, and the chain's head. */
  auditLine: (unit: string | null, seq: number) => ({ ...chain(unit), SK: `LINE#${padded(seq, 9)}` }),
  auditHead: (unit: string | null) => ({ ...chain(unit), SK: 'HEAD' }),
  /** A course, its seats and its sessions. A session's id holds its course's. */
  course: (course: string) => ({ PK: `COURSE#${course}`, SK: 'COURSE' }),
  seats: (course: string) => ({ PK: `COURSE#${course}`, SK: 'SEATS' }),
  courseSession: (course: string, session: string) => ({ PK: `COURSE#${course}`, SK: `SESSION#${session}` }),
  /** A course in its unit's list, by its first day; a draft without sessions by `LATER`. */
  courseOfUnit: (unit: string, day: string, course: string) => ({ PK: `UNIT#${unit}`, SK: `COURSE#${day}#${course}` }),
  /** A session in the public schedule of a province and a month, by its beginning. */
  scheduled: (province: string, month: string, at: { startsAt: string; session: string }) => ({
    PK: `SCHEDULE#${province}#${month}`,
    SK: `${at.startsAt}#${at.session}`,
  }),
  /** Who is enrolled in a course: under the course, and where it is found from the person and from the unit they enrolled from. */
  enrolment: (course: string, person: string) => ({ PK: `COURSE#${course}`, SK: `ENROLMENT#${person}` }),
  enrolmentOfPerson: (person: string, course: string) => ({ PK: `PERSON#${person}`, SK: `ENROLMENT#${course}` }),
  enrolmentOfUnit: (unit: string, course: string, person: string) => ({
    PK: `UNIT#${unit}`,
    SK: `ENROLMENT#${course}#${person}`,
  }),
  /** The queue of a course in its order, and its open offers by the instant at which they are over. */
  waiting: (course: string, ticket: number) => ({ PK: `COURSE#${course}`, SK: `WAIT#${padded(ticket)}` }),
  offer: (course: string, expiresAt: string, person: string) => ({
    PK: `COURSE#${course}`,
    SK: `OFFER#${expiresAt}#${person}`,
  }),
  /** What those who come must be told: of a change, under the course's version that it made; of an offer, under its ticket. */
  notice: (course: string, version: number) => ({ PK: `COURSE#${course}`, SK: `NOTICE#${padded(version)}` }),
  offerNotice: (course: string, ticket: number) => ({ PK: `COURSE#${course}`, SK: `NOTICE#OFFER#${padded(ticket)}` }),
  /** A write that a person asked for, under the id they gave it, with what came of it: for ever. */
  request: (person: string, request: string) => ({ PK: `PERSON#${person}`, SK: `REQUEST#${request}` }),
  /** The calendar of a person, under the hash of its secret and under the person. */
  calendar: (tokenHash: string) => ({ PK: `CALENDAR#${tokenHash}`, SK: 'CALENDAR' }),
  calendarOfPerson: (person: string) => ({ PK: `PERSON#${person}`, SK: 'CALENDAR' }),
  /** Where a person is written to: an address they gave, and whether they have shown that it is theirs. */
  contact: (person: string) => ({ PK: `PERSON#${person}`, SK: 'CONTACT' }),
  /** A message of the outbox by the instant at which it is due, in one of its partitions; and up to which notice those of a course were told. */
  posted: (shard: number, due: string, name: string) => ({ PK: `OUTBOX#${shard}`, SK: `${due}#${name}` }),
  told: (course: string) => ({ PK: `COURSE#${course}`, SK: 'TOLD' }),
  /** The open offers of all courses by the instant at which they are over, in one of their partitions. */
  dueOffer: (shard: number, at: { expiresAt: string; course: string; person: string }) => ({
    PK: `OFFERS#${shard}`,
    SK: `${at.expiresAt}#${at.course}#${at.person}`,
  }),
  /** How far a person has seen the notices of a course. */
  seen: (person: string, course: string) => ({ PK: `PERSON#${person}`, SK: `SEEN#${course}` }),
  /** A job, and what became of each line of what it works on. */
  job: (job: string) => ({ PK: `JOB#${job}`, SK: 'JOB' }),
  jobLine: (job: string, line: number) => ({ PK: `JOB#${job}`, SK: `LINE#${padded(line)}` }),
  /** A training session's door: the secret of its codes, and the windows in which a mid-session mark is asked for. */
  door: (session: string) => ({ PK: `SESSION#${session}`, SK: 'DOOR' }),
  /** A mark of a person at a session, numbered in the order of receipt: a fact, never edited. */
  mark: (session: string, person: string, n: number) => ({
    PK: `SESSION#${session}`,
    SK: `MARK#${person}#${padded(n, 4)}`,
  }),
  /** That a trainer's device has delivered its mark of this number: delivered twice, it is one mark. */
  relay: (session: string, device: string, seq: number) => ({
    PK: `SESSION#${session}`,
    SK: `RELAY#${device}#${padded(seq)}`,
  }),
  /** A scan before sign-in: good once, and gone after its time. */
  scan: (session: string, scan: string) => ({ PK: `SESSION#${session}`, SK: `SCAN#${scan}` }),
  /** A person's leave from a session: asked for, granted or refused. */
  excuse: (session: string, person: string) => ({ PK: `SESSION#${session}`, SK: `EXCUSE#${person}` }),
  /** What was decided about a sign that somebody signed for another. */
  suspicion: (session: string, id: string) => ({ PK: `SESSION#${session}`, SK: `SUSPICION#${id}` }),
  /** What a person has watched of a recorded session's lesson. */
  watching: (session: string, person: string, lesson: number) => ({
    PK: `SESSION#${session}`,
    SK: `WATCH#${person}#${padded(lesson, 3)}`,
  }),
  /** That a person came to a session, when and with which device, under the person: by this two places at once are seen. */
  arrival: (person: string, session: string) => ({ PK: `PERSON#${person}`, SK: `ARRIVAL#${session}` }),
  /** A correction of somebody's marks at a session of a closed course. */
  correction: (session: string, id: string) => ({ PK: `SESSION#${session}`, SK: `CORRECTION#${id}` }),
  /** An entry of a person's ledger of hours; of training, its id is the session's with a number. */
  hours: (person: string, entry: string) => ({ PK: `PERSON#${person}`, SK: `HOURS#${entry}` }),
  /** A completion, and where it is found from the person and from the course: there the key lets nobody have two. */
  completion: (number: string) => ({ PK: `COMPLETION#${number}`, SK: 'COMPLETION' }),
  completionOfPerson: (person: string, number: string) => ({ PK: `PERSON#${person}`, SK: `COMPLETION#${number}` }),
  completionOfCourse: (course: string, person: string, n: number) => ({
    PK: `COURSE#${course}`,
    SK: `COMPLETION#${person}#${padded(n, 3)}`,
  }),
  /** The public half of a key that completions were signed with: for ever, for papers last longer than keys. */
  signingKey: (id: string) => ({ PK: 'KEYS#completions', SK: `KEY#${id}` }),
  /** A record of a unit's work, by its year; what the unit has said of its coverage; an appraisal of it, by the year that is appraised. */
  work: (unit: string, year: string, id: string) => ({ PK: `WORK#${unit}`, SK: `RECORD#${year}#${id}` }),
  coverage: (unit: string) => ({ PK: `WORK#${unit}`, SK: 'COVERAGE' }),
  appraisal: (unit: string, year: string, id: string) => ({ PK: `WORK#${unit}`, SK: `APPRAISAL#${year}#${id}` }),
  /** That a bureau has opened an appraisal of a unit. */
  round: (bureau: string, id: string, unit: string) => ({ PK: `WORK#${bureau}`, SK: `ROUND#${id}#${unit}` }),
  /** A person's training of a year; a course as it was held. */
  trained: (person: string, year: string) => ({ PK: `TRAINED#${person}`, SK: year }),
  held: (course: string) => ({ PK: `HELD#${course}`, SK: 'HELD' }),
  /** A person's practice of a year. */
  practised: (person: string, year: string) => ({ PK: `PRACTISED#${person}`, SK: year }),
  /** All exams of a person. */
  exams: (person: string) => ({ PK: `EXAMS#${person}`, SK: 'EXAMS' }),
  /** An application of a person for a subsidy; and by what two of one rule come one after the other. */
  subsidy: (person: string, id: string) => ({ PK: `SUBSIDIES#${person}`, SK: id }),
  subsidyGuard: (person: string, rule: string) => ({ PK: `PERSON#${person}`, SK: `SUBSIDY#${rule}` }),
  /** An application in the queue of the bureau that decides, by when it was made; what is over by its year. */
  subsidyOpen: (desk: string, of: { since: string; person: string; id: string }) => ({
    PK: `DESK#${desk}`,
    SK: `OPEN#${of.since}#${of.person}#${of.id}`,
  }),
  subsidyDone: (desk: string, of: { year: string; person: string; id: string }) => ({
    PK: `DESK#${desk}`,
    SK: `DONE#${of.year}#${of.person}#${of.id}`,
  }),
  /** Applications that are shown to the public together. */
  subsidyBatch: (desk: string, batch: string) => ({ PK: `DESK#${desk}`, SK: `BATCH#${batch}` }),
  /** How many codes a person has typed in a minute. */
  tries: (person: string, minute: number) => ({ PK: `PERSON#${person}`, SK: `TRIES#${padded(minute, 9)}` }),
} as const;

/** What the keys of every chain begin with. */
export const CHAIN = 'AUDIT#';

/** Whose chain a key belongs to. */
export function chainOf(PK: string): string | null {
  const unit = PK.slice(CHAIN.length);
  return unit === NO_UNIT.chain ? null : unit;
}

function chain(unit: string | null): { PK: string } {
  return { PK: `${CHAIN}${unit ?? NO_UNIT.chain}` };
}
