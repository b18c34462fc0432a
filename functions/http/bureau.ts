// The routes of bureaus, who count: what they do, named.
import { identifyStaff } from '../app/access.ts';
import { endKey, listKeys, makeKey } from '../app/api-keys.ts';
import { readBoard, setDue } from '../app/bureau-board.ts';
import { makeFigures, recountReport } from '../app/bureau-report-making.ts';
import { moveReport } from '../app/bureau-report-moves.ts';
import { beginReport, listReports, readReport } from '../app/bureau-reports.ts';
import type { BureauDeps } from '../app/deps.ts';
import { listFacts } from '../app/figure-lists.ts';
import { rankFigures } from '../app/figure-ranking.ts';
import { readTrend } from '../app/figure-trend.ts';
import { readFigures } from '../app/figures.ts';
import { countShortfall } from '../app/hours-shortfall.ts';
import { givePopulation } from '../app/population.ts';
import { bureauRoutes } from '../contract/bureau/routes.ts';
import { bureauShapes } from '../contract/bureau/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The bureaus' edge: who calls comes with their roles of today. */
export function bureauEdge(deps: BureauDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'bureau',
    handlers: bureauHandlers(deps),
    routes: bureauRoutes,
    shapes: bureauShapes,
    guests: false,
    ...who,
  });
}

export function bureauHandlers(deps: BureauDeps): Handlers<'bureau'> {
  return {
    readFigures: readFigures(deps),
    rankFigures: rankFigures(deps),
    readTrend: readTrend(deps),
    listFacts: listFacts(deps),
    countShortfall: countShortfall(deps),
    givePopulation: givePopulation(deps),
    listReports: listReports(deps),
    beginReport: beginReport(deps),
    readReport: readReport(deps),
    makeFigures: makeFigures(deps),
    recountReport: recountReport(deps),
    moveReport: moveReport(deps),
    readBoard: readBoard(deps),
    setDue: setDue(deps),
    listKeys: listKeys(deps),
    makeKey: makeKey(deps),
    endKey: endKey(deps),
  };
}
