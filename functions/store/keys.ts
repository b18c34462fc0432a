// Every item's keys on one screen. Parts come validated from the contract: none of them can hold a '#'.

/** Pads a sequence number so that text order is number order (the contract's most is 9,999,999). */
function padded(sequence: number): string {
  return String(sequence).padStart(7, '0');
}

/** Sorts past every item that shares a prefix: ids hold no "~". */
export const LAST = '~';

export const keys = {
  /** A person: who they are to us. */
  person: (person: string) => ({ PK: `PERSON#${person}`, SK: 'PERSON' }),
  /** The issuer's name for a person → ours. Written once, with the person. */
  identity: (issuer: string, subject: string) => ({ PK: `IDENTITY#${issuer}#${subject}`, SK: 'IDENTITY' }),
  /** A live session, under the hash of its token: a leaked table signs nobody in. */
  session: (tokenHash: string) => ({ PK: `SESSION#${tokenHash}`, SK: 'SESSION' }),
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
} as const;
