// The audit: what every line of ours says.
import type { Action } from '../domain/access/actions.ts';
import type { Place } from '../domain/access/can.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { asWhat, type Person } from './access.ts';
import type { CoreDeps } from './deps.ts';

/** What is done by whom, and where they had the right to. */
export interface Act extends Pick<AuditEntry, 'thing' | 'before' | 'after'> {
  me: Person;
  /** The right that was asked for. */
  right: Action;
  place: Place;
  /** The word in the line; the right's own when missing. */
  action?: string;
  why?: string | undefined;
  /** The unit whose chain it stands in; the place's own when missing. */
  unit?: string;
}

/** The line for an act. */
export function entryOf(
  deps: CoreDeps,
  { me, right, place, action, why, unit, thing, before, after }: Act,
): AuditEntry {
  const as = asWhat(me, right, place);
  return {
    ...{ at: deps.now(), actor: { kind: 'person', person: me.person }, action: action ?? right, thing },
    unit: unit ?? place.ancestors[0] ?? null,
    ...(as === undefined ? {} : { as }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(why === undefined ? {} : { why }),
  };
}
