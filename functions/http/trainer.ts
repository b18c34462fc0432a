// The routes of trainers, of whoever plans, publishes and runs training: what they do, named.
import { identifyStaff } from '../app/access.ts';
import { listAttendance } from '../app/attendance.ts';
import { closeCourse } from '../app/closing.ts';
import { decideCorrection, listCorrections, proposeCorrection } from '../app/corrections.ts';
import { listCourses, readCourse } from '../app/course-reading.ts';
import { changeCourse, copyCourse, createCourse } from '../app/courses.ts';
import type { TrainerDeps } from '../app/deps.ts';
import { openWindow, showDoor } from '../app/door.ts';
import { addMarks, listMarks, relayMarks } from '../app/door-marks.ts';
import { decideEnrolment, enrolOthers } from '../app/enrolments.ts';
import { decideExcuse, listExcuses } from '../app/excuses.ts';
import { listRoster, listUnitEnrolments } from '../app/roster.ts';
import { decideSuspicion, listSuspicions } from '../app/suspicions.ts';
import { listUnitAttendance } from '../app/unit-attendance.ts';
import { trainerRoutes } from '../contract/trainer/routes.ts';
import { trainerShapes } from '../contract/trainer/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The trainers' edge: who calls comes with their roles of today, read at every request. */
export function trainerEdge(deps: TrainerDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'trainer',
    handlers: trainerHandlers(deps),
    routes: trainerRoutes,
    shapes: trainerShapes,
    guests: false,
    ...who,
  });
}

export function trainerHandlers(deps: TrainerDeps): Handlers<'trainer'> {
  return {
    listCourses: listCourses(deps),
    createCourse: createCourse(deps),
    readCourse: readCourse(deps),
    changeCourse: changeCourse(deps),
    copyCourse: copyCourse(deps),
    listRoster: listRoster(deps),
    enrolOthers: enrolOthers(deps),
    decideEnrolment: decideEnrolment(deps),
    listUnitEnrolments: listUnitEnrolments(deps),
    listUnitAttendance: listUnitAttendance(deps),
    showDoor: showDoor(deps),
    openWindow: openWindow(deps),
    listMarks: listMarks(deps),
    addMarks: addMarks(deps),
    relayMarks: relayMarks(deps),
    listSuspicions: listSuspicions(deps),
    decideSuspicion: decideSuspicion(deps),
    listExcuses: listExcuses(deps),
    decideExcuse: decideExcuse(deps),
    listAttendance: listAttendance(deps),
    closeCourse: closeCourse(deps),
    listCorrections: listCorrections(deps),
    proposeCorrection: proposeCorrection(deps),
    decideCorrection: decideCorrection(deps),
  };
}
