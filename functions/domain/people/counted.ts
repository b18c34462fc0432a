// What stays of a person whose account is deleted: the facts that are counted, without anything that says of whom they are.
import type { Person } from './person.ts';

type Counted = Pick<Person, 'employments' | 'certificates' | 'pools' | 'education' | 'isSocialWorkMajor'>;

/**
 * The counted facts of a person. Heads of any day, certificates by level and pools of any day come out as before; certificates lose their
 * numbers and selections what they rest on, for a text may name somebody. A field that is not named here does not stay.
 */
export function countedFacts({ employments, certificates, pools, education, isSocialWorkMajor }: Counted): Counted {
  return {
    employments: employments.map((one) => ({ ...one })),
    certificates: certificates.map((one) => ({ ...one, number: '' })),
    pools: pools.map((one) => ({ ...one, selection: { day: one.selection.day, by: one.selection.by, basis: '' } })),
    ...(education === undefined ? {} : { education }),
    ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
  };
}
