// What a route is described by: what goes in, part by part, and what comes out.
import type * as z from 'zod';

export interface Shape {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
}
