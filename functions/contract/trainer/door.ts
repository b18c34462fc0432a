// The door on the wire, for whoever runs it: the codes of now and of the next steps, the marks, marks by hand and from a device without network.
import * as z from 'zod';
import { CODE_KINDS } from '../../domain/door/codes.ts';
import { instant, requestId } from '../common.ts';
import { personId, why } from '../staff/forms.ts';
import { codeKind, excuseState } from './door-forms.ts';
import { sessionId } from './forms.ts';
import { staffNames } from './names.ts';

const params = z.strictObject({ session: sessionId });

/** A device's own id, made by it: of use only to tell two devices apart. */
const deviceId = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/, 'must be a device id');

/** A mark's number among its person's marks of the session. */
const number = z.int().min(1).max(9999);

export const showDoor = {
  params,
  query: z.strictObject({ kind: codeKind }),
  answer: z.strictObject({
    /** The codes of now and of the steps that follow, so that a screen on a slow network always has the next one. */
    codes: z.array(
      z.strictObject({
        step: z.int(),
        /** Shown from this instant on, for ten seconds; taken until the other. */
        from: instant,
        until: instant,
        digits: z.string(),
        link: z.string(),
      }),
    ),
    windows: z.array(z.strictObject({ from: instant, until: instant })),
    startsAt: instant,
    endsAt: instant,
    now: instant,
  }),
};

export const openWindow = {
  params,
  body: z.strictObject({ request: requestId, minutes: z.int().min(1).max(30) }),
  answer: z.strictObject({ from: instant, until: instant, now: instant }),
};

const mark = z.strictObject({
  person: personId,
  n: z.int(),
  kind: z.enum([...CODE_KINDS, 'void']),
  at: instant,
  receivedAt: instant,
  how: z.enum(['scan', 'digits', 'manual', 'offline', 'relayed']),
  by: personId.optional(),
  why: z.string().optional(),
  of: z.int().optional(),
  /** With a walk-in, who is on no roster: what they are called. */
  walkIn: z.string().optional(),
});

export const listMarks = {
  params,
  /** `since`: the cursor of the answer before; then only what was received since then comes, some of it perhaps again. */
  query: z.strictObject({ since: instant.optional() }),
  answer: z.strictObject({
    marks: z.array(mark),
    /** People who came, who are in now, and who have left. */
    counts: z.strictObject({ came: z.int(), in: z.int(), left: z.int() }),
    /** Of those who made the marks that come with this answer for somebody else. */
    names: staffNames,
    cursor: instant,
    now: instant,
  }),
};

/** What became of one line of many. */
const lines = z.array(
  z.strictObject({
    line: z.int(),
    outcome: z.enum(['new', 'same', 'refused']),
    n: z.int().optional(),
    reason: z.string().optional(),
  }),
);

export const addMarks = {
  params,
  /** Marks by hand, or taken back (`void`, `of`): each line is a mark of its own, and the reason stands in the audit with each. */
  body: z.strictObject({
    request: requestId,
    why,
    marks: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: codeKind, person: personId, at: instant.optional() }),
          z.strictObject({ kind: z.literal('void'), person: personId, of: number }),
        ]),
      )
      .min(1)
      .max(50),
  }),
  answer: z.strictObject({ lines, now: instant }),
};

export const relayMarks = {
  params,
  /** Marks that a door without network has written down. `sentAt` is what the device's clock says now: it tells how far that clock is off. */
  body: z.strictObject({
    device: deviceId,
    sentAt: instant,
    marks: z
      .array(z.strictObject({ seq: z.int().min(1).max(9_999_999), person: personId, kind: codeKind, at: instant }))
      .min(1)
      .max(50),
  }),
  /** `clockOffMs`: how far the device's clock is ahead (or, negative, behind); marks were put right by it when it is not 0. */
  answer: z.strictObject({ lines, clockOffMs: z.int(), now: instant }),
};

const excuse = z.strictObject({
  person: personId,
  state: excuseState,
  steps: z.array(z.strictObject({ state: z.string(), by: personId, at: instant, why: z.string() })),
  version: z.int(),
});

export const listExcuses = {
  params,
  query: z.strictObject({}),
  /** `names`: of those who decided. */
  answer: z.strictObject({ excuses: z.array(excuse), names: staffNames }),
};

export const decideExcuse = {
  params: z.strictObject({ session: sessionId, person: personId }),
  body: z.strictObject({ version: z.int().min(0), decision: z.enum(['granted', 'refused']), why }),
  answer: excuse,
};

/** Of a sign's kind and its marks: the same sign has the same id, whoever asks. */
const suspicionId = z.string().regex(/^[0-9A-Za-z_-]{22}$/, 'must be a sign');

const suspicionDecision = z.enum(['confirmed', 'dismissed']);

/** What was decided, first to last: of a sign that nobody decided about there is nothing, and its version is 0. */
const decided = {
  steps: z.array(z.strictObject({ decision: suspicionDecision, by: personId, at: instant, why: z.string() })),
  version: z.int(),
};

export const listSuspicions = {
  params,
  query: z.strictObject({}),
  /** What a human should look at: nothing is blocked by it. The codes are explained in domain/attendance/suspicion.ts. */
  answer: z.strictObject({
    suspicions: z.array(
      z.strictObject({
        suspicion: suspicionId,
        code: z.enum(['shared-device', 'borrowed-device', 'two-places']),
        person: personId,
        /** When the marks in question were made. */
        at: z.array(instant),
        /** Who else used the phone, or whose it usually is. */
        people: z.array(personId),
        /** The other place. */
        session: sessionId.optional(),
        /** Whether its marks count as ever: of a sign that was decided about they may have been taken back. */
        stands: z.boolean(),
        ...decided,
      }),
    ),
    /** Of those who decided. */
    names: staffNames,
  }),
};

export const decideSuspicion = {
  params: z.strictObject({ session: sessionId, suspicion: suspicionId }),
  body: z.strictObject({ version: z.int().min(0), decision: suspicionDecision, why }),
  answer: z.strictObject({ suspicion: suspicionId, ...decided }),
};
