// What goes into and comes out of every route of candidates.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { changeMyCalendar, showMyCalendar } from './calendar.ts';
import { listMyCompletions } from './completions.ts';
import { askExcuse, checkIn, redeemScan } from './door.ts';
import { acceptInvitation } from './invitations.ts';
import { listLessons, watchLesson } from './lessons.ts';
import { seeNews } from './news.ts';
import { addBatch, listBatches, reportQuestion } from './practice.ts';
import { enrol, listMyTraining, moveEnrolment } from './training.ts';

export const candidateShapes = {
  listBatches,
  addBatch,
  reportQuestion,
  acceptInvitation,
  enrol,
  moveEnrolment,
  listMyTraining,
  seeNews,
  showMyCalendar,
  changeMyCalendar,
  checkIn,
  redeemScan,
  askExcuse,
  listLessons,
  watchLesson,
  listMyCompletions,
} satisfies Record<RoutesOf<'candidate'>, Shape>;
