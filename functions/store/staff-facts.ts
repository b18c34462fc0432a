// People as the tally finds them: where they work and worked, and their certificates.
import type { StaffFact } from '../domain/staffing/staff-figures.ts';
import { readPerson } from './people.ts';
import type { Item } from './ranges.ts';

const PERSON = 'PERSON#';

export const staffReader = {
  kind: 'staff',
  is: ({ PK, SK }: { PK: string; SK: string }): boolean => PK.startsWith(PERSON) && SK === 'PERSON',
  /** One that was written before its writes were dated counts as it is since it was made: nobody knows better. */
  read: (item: Item): StaffFact => {
    const { employments, certificates, version, changedAt: at } = readPerson(item.PK.slice(PERSON.length), item);
    return { employments, certificates, version, at };
  },
};
