// The routes of candidates: what they do, named.

import { checkIn, redeemScan } from '../app/check-in.ts';
import { listMyCompletions } from '../app/completions.ts';
import type { CoreDeps } from '../app/deps.ts';
import { enrol, moveEnrolment } from '../app/enrolments.ts';
import { askExcuse } from '../app/excuses.ts';
import { acceptInvitation } from '../app/invitations.ts';
import { listLessons, watchLesson } from '../app/lessons.ts';
import { changeMyCalendar, showMyCalendar } from '../app/my-calendar.ts';
import { listMyTraining } from '../app/my-training.ts';
import { addBatch, listBatches } from '../app/practice.ts';
import { reportQuestion } from '../app/reports.ts';
import { seeNews } from '../app/training-news.ts';
import { candidateRoutes } from '../contract/candidate/routes.ts';
import { candidateShapes } from '../contract/candidate/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The candidates' edge: for whoever is signed in. */
export function candidateEdge(deps: CoreDeps) {
  const handlers = candidateHandlers(deps);
  return edge({
    audience: 'candidate',
    handlers,
    routes: candidateRoutes,
    shapes: candidateShapes,
    guests: false,
    ...callers(deps),
  });
}

export function candidateHandlers(deps: CoreDeps): Handlers<'candidate'> {
  return {
    addBatch: addBatch(deps),
    listBatches: listBatches(deps),
    reportQuestion: reportQuestion(deps),
    acceptInvitation: acceptInvitation(deps),
    enrol: enrol(deps),
    moveEnrolment: moveEnrolment(deps),
    listMyTraining: listMyTraining(deps),
    seeNews: seeNews(deps),
    showMyCalendar: showMyCalendar(deps),
    changeMyCalendar: changeMyCalendar(deps),
    checkIn: checkIn(deps),
    redeemScan: redeemScan(deps),
    askExcuse: askExcuse(deps),
    listLessons: listLessons(deps),
    watchLesson: watchLesson(deps),
    listMyCompletions: listMyCompletions(deps),
  };
}
