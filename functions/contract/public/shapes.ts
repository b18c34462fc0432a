// What goes into and comes out of every public route. A file for each audience: a function's bundle holds its own audience's shapes alone.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { callback, login, logout, me } from './session.ts';

export const publicShapes = { me, login, callback, logout } satisfies Record<RoutesOf<'public'>, Shape>;
