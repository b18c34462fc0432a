// What goes into and comes out of every route of mock papers, for whoever sits them.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import {
  holdAttempt,
  moveAttempt,
  prepareOffline,
  readAttempt,
  saveAnswers,
  startAttempt,
  submitAttempt,
  uploadOffline,
} from './attempts.ts';
import { listMock } from './list.ts';
import { listMyReports } from './reports.ts';
import { exportMock, listRanking, markOwn, readResult, readReview, readReviewed } from './results.ts';

export const mockShapes = {
  listMock,
  startAttempt,
  readAttempt,
  holdAttempt,
  saveAnswers,
  moveAttempt,
  submitAttempt,
  readResult,
  readReview,
  markOwn,
  listRanking,
  readReviewed,
  prepareOffline,
  uploadOffline,
  exportMock,
  listMyReports,
} satisfies Record<RoutesOf<'mock'>, Shape>;
