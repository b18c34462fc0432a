// What goes into and comes out of every route of station work and subsidies.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { addWork, changeWork, importWork, readWork, sayCoverage } from './activities.ts';
import { listAppraisals, listRounds, moveAppraisal, openAppraisals, readAppraisal } from './appraisals.ts';
import { listSubsidies, moveSubsidy, readSubsidy } from './subsidies.ts';
import {
  addSubsidyBatch,
  listSubsidyBatches,
  moveSubsidyBatch,
  readSubsidyBatch,
  readSubsidyTotals,
} from './subsidies-batches.ts';
import { applySubsidy, listSubsidyRules, moveOwnSubsidy, readOwnSubsidies } from './subsidies-own.ts';

export const stationShapes = {
  readWork,
  addWork,
  changeWork,
  importWork,
  sayCoverage,
  listAppraisals,
  listRounds,
  openAppraisals,
  readAppraisal,
  moveAppraisal,
  listSubsidyRules,
  readOwnSubsidies,
  applySubsidy,
  moveOwnSubsidy,
  listSubsidies,
  readSubsidy,
  moveSubsidy,
  listSubsidyBatches,
  addSubsidyBatch,
  readSubsidyBatch,
  moveSubsidyBatch,
  readSubsidyTotals,
} satisfies Record<RoutesOf<'station'>, Shape>;
