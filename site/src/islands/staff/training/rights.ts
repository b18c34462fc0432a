// A course with all that its views need: the plan, its sessions, and what one may do where it is held.
import type { Answer } from '../../../../../functions/contract/index.ts';
import { can, type Place } from '../../../../../functions/domain/access/can.ts';
import { type CourseMove, courseMay } from '../../../../../functions/domain/courses/moves.ts';
import { type Staff, useStaff } from '../../../shell/staff.tsx';
import { placeOf } from '../units/use-unit.ts';
import { type Loaded, useLoad } from '../use-load.ts';
import type { Place as Where } from './route.ts';

export type CourseRead = Answer<'readCourse'>;
export type SessionRead = CourseRead['sessions'][number];

export interface Rights {
  manage: boolean;
  door: boolean;
  roster: boolean;
  close: boolean;
  approve: boolean;
  issue: boolean;
}

export interface Held {
  course: CourseRead;
  rights: Rights;
}

/** What every view of a course gets. */
export interface ViewProps extends Held {
  place: Where;
  reload: () => Promise<void>;
}

export function useCourse(course: string): Loaded<Held> {
  const { call, actor } = useStaff();
  return useLoad(`course ${course}`, async () => {
    const read = await call('readCourse', { params: { course }, query: {} });
    const unit = await call('readUnit', { params: { unit: read.unit }, query: {} });
    return { course: read, rights: rightsAt(actor, placeOf(unit)) };
  });
}

/** Whether the course's state lets it make a move: the same table as the server's. */
export function may({ state, startsAt, now }: CourseRead, move: CourseMove): boolean {
  const stored = state === 'running' ? 'published' : state;
  return courseMay({ state: stored, ...(startsAt && { startsAt }) }, move, now);
}

function rightsAt(actor: Staff['actor'], place: Place): Rights {
  return {
    manage: can.manageCourse(actor, place),
    door: can.runDoor(actor, place),
    roster: can.readRoster(actor, place),
    close: can.closeCourse(actor, place),
    approve: can.approveCorrection(actor, place),
    issue: can.issueCertificate(actor, place),
  };
}
