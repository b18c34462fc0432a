// What goes into and comes out of every public route. A file for each audience: a function's bundle holds its own audience's shapes alone.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { readCourseCalendar, readPersonCalendar, readProvinceCalendar, readUnitCalendar } from './calendars.ts';
import { listCompletionKeys, verifyCompletion } from './completions.ts';
import { noteScan } from './door.ts';
import { listSchedule, showCourse } from './schedule.ts';
import { callback, login, logout, me } from './session.ts';

export const publicShapes = {
  me,
  login,
  callback,
  logout,
  listSchedule,
  showCourse,
  readCourseCalendar,
  readUnitCalendar,
  readProvinceCalendar,
  readPersonCalendar,
  noteScan,
  verifyCompletion,
  listCompletionKeys,
} satisfies Record<RoutesOf<'public'>, Shape>;
