// The routes of station work and subsidies, for stations and for the bureaus above them: what they do, named.
import { identifyStaff } from '../app/access.ts';
import { moveAppraisal } from '../app/appraisal-moves.ts';
import { listAppraisals, listRounds, openAppraisals, readAppraisal } from '../app/appraisals.ts';
import type { StationDeps } from '../app/deps.ts';
import { applySubsidy, listSubsidyRules, moveOwnSubsidy, readOwnSubsidies } from '../app/subsidies.ts';
import { addSubsidyBatch, listSubsidyBatches, moveSubsidyBatch, readSubsidyBatch } from '../app/subsidy-batches.ts';
import { listSubsidies, moveSubsidy, readSubsidy } from '../app/subsidy-moves.ts';
import { readSubsidyTotals } from '../app/subsidy-totals.ts';
import { importWork } from '../app/work-import.ts';
import { readWork } from '../app/work-reading.ts';
import { addWork, changeWork, sayCoverage } from '../app/work-writing.ts';
import { stationRoutes } from '../contract/station/routes.ts';
import { stationShapes } from '../contract/station/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The stations' edge: who calls comes with their roles of today. */
export function stationEdge(deps: StationDeps) {
  const who = callers(deps, identifyStaff(deps));
  return edge({
    audience: 'station',
    handlers: stationHandlers(deps),
    routes: stationRoutes,
    shapes: stationShapes,
    guests: ['listSubsidyRules'],
    ...who,
  });
}

export function stationHandlers(deps: StationDeps): Handlers<'station'> {
  return {
    readWork: readWork(deps),
    addWork: addWork(deps),
    changeWork: changeWork(deps),
    importWork: importWork(deps),
    sayCoverage: sayCoverage(deps),
    listAppraisals: listAppraisals(deps),
    listRounds: listRounds(deps),
    openAppraisals: openAppraisals(deps),
    readAppraisal: readAppraisal(deps),
    moveAppraisal: moveAppraisal(deps),
    listSubsidyRules: listSubsidyRules(deps),
    readOwnSubsidies: readOwnSubsidies(deps),
    applySubsidy: applySubsidy(deps),
    moveOwnSubsidy: moveOwnSubsidy(deps),
    listSubsidies: listSubsidies(deps),
    readSubsidy: readSubsidy(deps),
    moveSubsidy: moveSubsidy(deps),
    listSubsidyBatches: listSubsidyBatches(deps),
    addSubsidyBatch: addSubsidyBatch(deps),
    readSubsidyBatch: readSubsidyBatch(deps),
    moveSubsidyBatch: moveSubsidyBatch(deps),
    readSubsidyTotals: readSubsidyTotals(deps),
  };
}
