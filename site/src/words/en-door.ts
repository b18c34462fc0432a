// English: why the door, a leave, a correction or a certificate refuses something. The pages of candidates and of staff both say it.
import type { doorReasonsZh } from './zh-door.ts';

export const doorReasonsEn: Record<keyof typeof doorReasonsZh, string> = {
  'door-too-early': 'Too early: signing in begins 60 minutes before the start.',
  'door-too-late':
    'Too late: nobody signs in after the end, or out more than 60 minutes after it. The trainer can add the mark by hand.',
  'course-not-running': 'This course takes no marks now: it is not published yet, or it is closed or cancelled.',
  'not-enrolled': 'You have no seat in this course. Enrol first, or ask the trainer.',
  'no-window': 'No check is open now. Wait until the trainer begins one.',
  'already-out': 'You have signed out already. If you are staying, sign in again first.',
  'code-used':
    'The mark of this code was taken back, and it opens nothing again. Scan the code that is on the screen now.',
  'code-expired': 'This code has expired. Scan the code that is on the screen now.',
  'code-not-yet': 'This code does not hold yet. Scan the code that is on the screen now.',
  'code-wrong': 'This code is wrong. Scan the code that is on the screen now, or check the six digits.',
  'other-session': 'This is the code of another session. Make sure which one you are at, and scan again.',
  'too-many-tries': 'Too many tries. Wait a minute, or scan the code.',
  'scan-unknown': 'This scan holds no longer. Scan the code on the screen again, now that you are signed in.',
  'scan-other-device': 'Sign in with the phone that scanned the code.',
  'scan-expired': 'More than 10 minutes passed between the scan and the sign-in. Scan the code on the screen again.',
  'mark-in-future': 'This time is yet to come. Check it.',
  'no-such-mark': 'There is no such mark, or it was taken back. Reload and look again.',
  'window-outside': 'A check can be made only while the session is on.',
  'excuse-state': 'The leave has changed meanwhile, and this cannot be done now. Reload and look again.',
  'session-not-over': 'Some sessions are not over yet. Close the course after the last one.',
  'course-not-closed': 'This course is not closed yet. Close it first.',
  'correction-decided': 'Somebody has decided on this correction already. Reload and look again.',
  'correction-own': 'A correction is decided by somebody else than who proposed it.',
  nothing: 'There is nothing to correct.',
  'no-reason': 'Give a reason.',
  'no-hours': 'This person has no hours in this course, so there is nothing to certify.',
  'completion-state': 'This certificate was revoked or replaced already.',
  'sign-unknown': 'The name has a character that the font lacks, so it cannot be printed yet. Ask the administrator.',
};
