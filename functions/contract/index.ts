// The wire: what goes into every route and what comes out, as types. A route without a shape does not compile.
import type * as z from 'zod';
import type { accountShapes } from './account/shapes.ts';
import type { bureauShapes } from './bureau/shapes.ts';
import type { candidateShapes } from './candidate/shapes.ts';
import type { documentsShapes } from './documents/shapes.ts';
import type { examinerShapes } from './examiner/shapes.ts';
import type { examsShapes } from './exams/shapes.ts';
import type { ledgerShapes } from './ledger/shapes.ts';
import type { mockShapes } from './mock/shapes.ts';
import type { openShapes } from './open/shapes.ts';
import type { publicShapes } from './public/shapes.ts';
import type { RouteName } from './routes.ts';
import type { staffShapes } from './staff/shapes.ts';
import type { stationShapes } from './station/shapes.ts';
import type { trainerShapes } from './trainer/shapes.ts';

type Shapes = typeof publicShapes &
  typeof candidateShapes &
  typeof accountShapes &
  typeof staffShapes &
  typeof trainerShapes &
  typeof documentsShapes &
  typeof ledgerShapes &
  typeof mockShapes &
  typeof stationShapes &
  typeof examinerShapes &
  typeof examsShapes &
  typeof bureauShapes &
  typeof openShapes;
type Part<R extends RouteName, P extends 'params' | 'query' | 'body'> = Shapes[R] extends { [K in P]: z.ZodType }
  ? z.output<Shapes[R][P]>
  : undefined;

/** What a route takes, parsed. */
export interface Input<R extends RouteName> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
}

/** What a route answers. */
export type Answer<R extends RouteName> = z.output<Shapes[R]['answer']>;
