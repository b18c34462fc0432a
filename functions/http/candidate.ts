// The routes of candidates: what they do, named.

import type { CoreDeps } from '../app/deps.ts';
import { addBatch, listBatches } from '../app/practice.ts';
import { reportQuestion } from '../app/reports.ts';
import type { Handlers } from './bind.ts';

export function candidateHandlers(deps: CoreDeps): Handlers<'candidate'> {
  return {
    addBatch: addBatch(deps),
    listBatches: listBatches(deps),
    reportQuestion: reportQuestion(deps),
  };
}
