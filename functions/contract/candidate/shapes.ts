// What goes into and comes out of every route of candidates.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { acceptInvitation } from './invitations.ts';
import { addBatch, listBatches, reportQuestion } from './practice.ts';

export const candidateShapes = { listBatches, addBatch, reportQuestion, acceptInvitation } satisfies Record<
  RoutesOf<'candidate'>,
  Shape
>;
