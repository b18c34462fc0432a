// What people are called and where they work, many at once: for boards and lists of results.
import type { Employment } from '../domain/people/employment.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { CorruptItem, type Table } from './table.ts';

export interface PersonCard {
  id: string;
  /** Empty for somebody whose account was deleted. */
  name: string;
  employments: readonly Employment[];
}

export function personCards(table: Table) {
  return {
    /** The cards of those who are there, by person. */
    async of(people: Iterable<string>): Promise<Map<string, PersonCard>> {
      const wanted = [...new Set(people)].map((person) => keys.person(person));
      const items = await getItems(table, wanted);
      return new Map(
        items.map(({ PK, SK, name, deletedAt, employments = [] }) => {
          if (typeof name !== 'string' || !Array.isArray(employments)) throw new CorruptItem({ PK, SK });
          const id = PK.slice(keys.person('').PK.length);
          return [id, { id, name: deletedAt === undefined ? name : '', employments }] as const;
        }),
      );
    },
  };
}
