// The routes of mock papers, for whoever sits them: what they do, named.
import type { MockDeps } from '../app/deps.ts';
import { holdAttempt, moveAttempt, readAttempt } from '../app/mock-attempts.ts';
import { exportMock } from '../app/mock-export.ts';
import { listMock } from '../app/mock-list.ts';
import { prepareOffline, uploadOffline } from '../app/mock-offline.ts';
import { listRanking } from '../app/mock-ranking.ts';
import { readResult } from '../app/mock-results.ts';
import { markOwn, readReview, readReviewed } from '../app/mock-review.ts';
import { saveAnswers, submitAttempt } from '../app/mock-saving.ts';
import { startAttempt } from '../app/mock-starting.ts';
import { listMyReports } from '../app/my-reports.ts';
import { mockRoutes } from '../contract/mock/routes.ts';
import { mockShapes } from '../contract/mock/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The edge of mock papers: for whoever is signed in. */
export function mockEdge(deps: MockDeps) {
  return edge({
    audience: 'mock',
    handlers: mockHandlers(deps),
    routes: mockRoutes,
    shapes: mockShapes,
    guests: false,
    ...callers(deps),
  });
}

export function mockHandlers(deps: MockDeps): Handlers<'mock'> {
  return {
    listMock: listMock(deps),
    startAttempt: startAttempt(deps),
    readAttempt: readAttempt(deps),
    holdAttempt: holdAttempt(deps),
    saveAnswers: saveAnswers(deps),
    moveAttempt: moveAttempt(deps),
    submitAttempt: submitAttempt(deps),
    readResult: readResult(deps),
    readReview: readReview(deps),
    markOwn: markOwn(deps),
    listRanking: listRanking(deps),
    readReviewed: readReviewed(deps),
    prepareOffline: prepareOffline(deps),
    uploadOffline: uploadOffline(deps),
    exportMock: exportMock(deps),
    listMyReports: listMyReports(deps),
  };
}
