// What goes into and comes out of every route that issues completions or makes a file of one.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import {
  changeCompletion,
  completionFile,
  courseCompletionsFile,
  issueCompletions,
  listCompletions,
} from './completions.ts';

export const documentsShapes = {
  issueCompletions,
  listCompletions,
  changeCompletion,
  completionFile,
  courseCompletionsFile,
} satisfies Record<RoutesOf<'documents'>, Shape>;
