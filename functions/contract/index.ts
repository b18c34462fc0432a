// The wire: what goes into every route and what comes out. A route without a shape does not compile.
import type * as z from 'zod';
import * as practice from './candidate/practice.ts';
import * as session from './public/session.ts';
import type { RouteName } from './routes.ts';

export interface Shape {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
}

export const shapes = {
  me: session.me,
  login: session.login,
  callback: session.callback,
  logout: session.logout,
  listBatches: practice.listBatches,
  addBatch: practice.addBatch,
  reportQuestion: practice.reportQuestion,
} satisfies Record<RouteName, Shape>;

type Shapes = typeof shapes;
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
