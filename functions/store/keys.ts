// Every item's keys on one screen. Parts come validated from the contract: none of them can hold a '#'.

/** Pads a number so that text order is number order: batches count to 9,999,999 (the contract's most), audit lines to 999,999,999. */
function padded(sequence: number, digits = 7): string {
  return String(sequence).padStart(digits, '0');
}

/** Sorts past every item that shares a prefix: ids hold no "~". */
export const LAST = '~';

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
  /** A job, and what became of each line of what it works on. */
  job: (job: string) => ({ PK: `JOB#${job}`, SK: 'JOB' }),
  jobLine: (job: string, line: number) => ({ PK: `JOB#${job}`, SK: `LINE#${padded(line)}` }),
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
