// What goes into and comes out of every route of trainers: of whoever plans, publishes and runs training.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import {
  closeCourse,
  decideCorrection,
  listAttendance,
  listCorrections,
  listUnitAttendance,
  proposeCorrection,
} from './closing.ts';
import { changeCourse, copyCourse, createCourse, listCourses, readCourse } from './courses.ts';
import {
  addMarks,
  decideExcuse,
  decideSuspicion,
  listExcuses,
  listMarks,
  listSuspicions,
  openWindow,
  relayMarks,
  showDoor,
} from './door.ts';
import { decideEnrolment, enrolOthers, listRoster, listUnitEnrolments } from './enrolments.ts';

export const trainerShapes = {
  listCourses,
  createCourse,
  readCourse,
  changeCourse,
  copyCourse,
  listRoster,
  enrolOthers,
  decideEnrolment,
  listUnitEnrolments,
  listUnitAttendance,
  showDoor,
  openWindow,
  listMarks,
  addMarks,
  relayMarks,
  listSuspicions,
  listExcuses,
  decideExcuse,
  decideSuspicion,
  listAttendance,
  closeCourse,
  listCorrections,
  proposeCorrection,
  decideCorrection,
} satisfies Record<RoutesOf<'trainer'>, Shape>;
