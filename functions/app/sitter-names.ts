// What those are called who sit a paper, and where they work today: for whoever watches or marks it.
import { employmentsOn } from '../domain/people/employment.ts';
import { today } from './access.ts';
import type { ExaminerDeps } from './deps.ts';
import { nameFor } from './units-reading.ts';

/** Somebody as a board and a list of results show them; the name is empty for a deleted account. */
export interface Who {
  person: string;
  name: string;
  unit?: string;
  unitName?: string;
}

/** Those who sit a paper, by person. */
export async function whoAre(deps: ExaminerDeps, people: readonly string[]): Promise<(person: string) => Who> {
  const day = today(deps);
  const cards = await deps.store.personCards.of(people);
  const unitOf = (person: string) => employmentsOn(cards.get(person)?.employments ?? [], day)[0]?.unit;
  const units = await deps.store.units.getMany(new Set(people.map(unitOf).filter((unit) => unit !== undefined)));
  return (person) => {
    const id = unitOf(person);
    const unit = id === undefined ? undefined : units.get(id);
    const at = unit === undefined ? {} : { unit: unit.id, unitName: nameFor(unit, day) };
    return { person, name: cards.get(person)?.name ?? '', ...at };
  };
}
