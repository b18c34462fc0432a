// What people are called and where they work, many at once: for boards and lists of results.
import type { Certificate } from '../domain/people/certificate.ts';
import type { Employment } from '../domain/people/employment.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';

export interface PersonCard {
  id: string;
  /** Empty for somebody whose account was deleted. */
  name: string;
  employments: readonly Employment[];
  certificates: readonly Certificate[];
  deletedAt?: string;
}

export function personCards(table: Table) {
  return {
    /** The cards of those who are there, by person. */
    async of(people: Iterable<string>): Promise<Map<string, PersonCard>> {
      const wanted = [...new Set(people)].map((person) => keys.person(person));
      const items = await getItems(table, wanted);
      return new Map(
        items.map(({ PK, SK, name, deletedAt, employments = [], certificates = [] }) => {
          const isListed = Array.isArray(employments) && Array.isArray(certificates);
          if (typeof name !== 'string' || !isListed) throw new CorruptItem({ PK, SK });
          const id = PK.slice(keys.person('').PK.length);
          const card = { id, name: deletedAt === undefined ? name : '', employments, certificates };
          return [id, typeof deletedAt === 'string' ? { ...card, deletedAt } : card] as const;
        }),
      );
    },
  };
}
