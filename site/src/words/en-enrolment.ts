// English: why a rule of courses or of enrolling stands against something, which the pages of candidates and of staff both say; and what was done.
import type { enrolmentReasonsZh, trainingActsZh } from './zh-enrolment.ts';

export const enrolmentReasonsEn: { [R in keyof typeof enrolmentReasonsZh]: string } = {
  'course-state': 'The course is not in a state for this now. Reload and look again.',
  'session-unknown': 'There is no such session. Reload and look again.',
  'session-cancelled': 'This session is cancelled.',
  'session-over': 'This session is over and can no longer be changed.',
  'sessions-too-many': 'A course has at most 44 sessions. Make several courses.',
  'last-session': 'A published course keeps at least one session. If it does not take place, cancel the whole course.',
  'unit-not-eligible': 'This course is for people of certain units; yours is not among them.',
  'post-not-eligible': 'This course is for people in certain posts.',
  'level-not-eligible': 'This course asks for a certificate level that you do not meet.',
  'course-cancelled': 'This course is cancelled.',
  'course-closed': 'This course is over, or not published yet.',
  'enrolment-not-open': 'Enrolment has not opened yet.',
  'enrolment-over': 'Enrolment is closed.',
  'already-enrolled': 'Already enrolled.',
  'unit-needed': 'Your unit must agree to this course, and you work at none now. Ask your unit to register you first.',
  'no-second-offer':
    'The course is full. You declined or missed an offer, so you cannot wait again; you can still take a seat that is free.',
  'offer-over': 'The time for this offer is over; the seat has gone to the next person.',
  'enrolment-state': 'The enrolment has changed, so this is not possible now. Reload and look again.',
};

/** What was done about courses and enrolments, as the audit tells it. */
export const trainingActsEn: typeof trainingActsZh = {
  createCourse: 'Course drafted',
  copyCourse: 'Course copied',
  changeCourse: 'Course edited',
  publishCourse: 'Course published',
  cancelCourse: 'Course cancelled',
  closeEnrolment: 'Enrolment closed',
  changeCapacity: 'Capacity changed',
  addSessions: 'Sessions added',
  changeSession: 'Session changed',
  cancelSession: 'Session cancelled',
  enrolOthers: 'Enrolled by the unit',
  approveEnrolment: 'Enrolment approved',
  refuseEnrolment: 'Enrolment refused',
  removeEnrolment: 'Taken out of the course',
  mark: 'Marked by hand, or taken back',
  decideExcuse: 'Leave decided',
  decideSuspicion: 'Sign looked at',
  closeCourse: 'Course closed',
  proposeCorrection: 'Correction of marks proposed',
  approveCorrection: 'Correction of marks decided',
  issueCertificate: 'Certificate of completion issued',
  changeCompletion: 'Certificate of completion revoked or reissued',
};
