// The form of the plan that the demo world is made by: who begins where, and what happens to them afterwards, in order.
import type { addPerson, changePerson, transferPerson } from '../app/people.ts';
import type { Role } from '../domain/access/roles.ts';
import type { Post } from '../domain/units/unit.ts';

/** What a capability takes in its body. */
export type Body<F> = F extends (deps: never) => (actor: never, input: infer I) => unknown
  ? I extends { body: infer B }
    ? B
    : never
  : never;

type WithoutVersion<C> = C extends unknown ? Omit<C, 'version'> : never;

/** What happens to a person: each step makes one version more of them, by which a plan that was cut off finds where it goes on. */
export type Step =
  | WithoutVersion<Body<typeof changePerson>>
  | ({ kind: 'transfer' } & Omit<Body<typeof transferPerson>, 'version'>);

export interface PlannedPerson {
  id: string;
  /** Where they begin. */
  unit: string;
  begins: Body<typeof addPerson>;
  steps: Step[];
  /** The post of the unit that they are appointed to. */
  appointed?: Post;
  /** The role that they are given there. */
  role?: Role;
}

export type Work = PlannedPerson['begins']['post'];
