// Why something about an exam is refused, in English: wherever staff may meet it.

export const examReasonsEn = {
  'exam-future': 'This exam has not been held yet: no result can be entered, only “Entered”.',
  'exam-contradicts': 'This differs from the confirmed result. Say why it is corrected.',
  'exam-state': 'This cannot be done with the entry as it is now. Reload and look again.',
  'exam-own': 'Nobody confirms their own exam. Somebody else has to.',
  'certificate-not-due': 'No confirmed pass of this level: no certificate can be recorded.',
  'certificate-held': 'There is a certificate of this level in the record.',
};
