// What is said of people on the staff's pages and on one's own alike, in English.
import type { PeopleWords } from './zh-people.ts';

export const peopleEn: PeopleWords = {
  notGiven: 'Not given',
  since: (day) => `since ${day}`,
  span: (from, to) => `${from} to ${to}`,
  workPosts: {
    'social-worker': 'Social worker',
    'community-worker': 'Community worker',
    'grid-worker': 'Grid worker',
    supervisor: 'Supervisor',
    volunteer: 'Volunteer',
    other: 'Other',
  },
  educations: {
    secondary: 'Secondary school',
    college: 'College',
    bachelor: 'Bachelor',
    master: 'Master',
    doctor: 'Doctor',
  },
  pools: { expert: 'Expert pool', talent: 'Talent pool', supervisor: 'Supervisors (头雁)' },
  roleNames: {
    candidate: 'Candidate',
    worker: 'Worker',
    trainer: 'Trainer',
    liaison: 'Liaison',
    'unit-manager': 'Unit manager',
    'bureau-reader': 'Bureau reader',
    'bureau-manager': 'Bureau manager',
    auditor: 'Auditor',
    operator: 'Operator',
  },
  registration: {
    due: (day) => `Not registered; due by ${day}`,
    late: (day) => `Not registered; was due by ${day}`,
    valid: (day) => `Registered until ${day}`,
    renewable: (day) => `Registration ends ${day}; it can be renewed now`,
    lapsed: (day) => `Registration lapsed on ${day}`,
  },
  phoneFaults: {
    empty: 'Please fill in the mobile number.',
    characters: 'A mobile number has digits only.',
    length: 'A mobile number has 11 digits.',
    'not-mobile': 'This is no mobile number of the mainland.',
  },
  idFaults: {
    empty: 'Please fill in the identity number.',
    'fifteen-digits': 'Old numbers of 15 digits are void: 18 are needed.',
    length: 'An identity number has 18 characters.',
    characters: 'An identity number has 17 digits and a digit or X at the end.',
    birthday: 'The birthday in the number does not exist. Please check.',
    unborn: 'The birthday in the number is still to come. Please check.',
    checksum: 'The last character does not fit: one of them may be wrong.',
  },
};
