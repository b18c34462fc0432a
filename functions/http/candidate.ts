// The routes of candidates: what they do, named.

import type { CoreDeps } from '../app/deps.ts';
import { acceptInvitation } from '../app/invitations.ts';
import { addBatch, listBatches } from '../app/practice.ts';
import { reportQuestion } from '../app/reports.ts';
import { candidateShapes } from '../contract/candidate/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The candidates' edge: for whoever is signed in. */
export function candidateEdge(deps: CoreDeps) {
  const handlers = candidateHandlers(deps);
  return edge({ audience: 'candidate', handlers, shapes: candidateShapes, guests: false, ...callers(deps) });
}

export function candidateHandlers(deps: CoreDeps): Handlers<'candidate'> {
  return {
    addBatch: addBatch(deps),
    listBatches: listBatches(deps),
    reportQuestion: reportQuestion(deps),
    acceptInvitation: acceptInvitation(deps),
  };
}
