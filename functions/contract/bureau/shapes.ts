// What goes into and comes out of every route of bureaus.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { countShortfall, givePopulation, listFacts, rankFigures, readFigures, readTrend } from './figures.ts';
import { endKey, listKeys, makeKey } from './keys.ts';
import {
  beginReport,
  listReports,
  makeFigures,
  moveReport,
  readBoard,
  readReport,
  recountReport,
  setDue,
} from './reports.ts';

export const bureauShapes = {
  readFigures,
  rankFigures,
  readTrend,
  listFacts,
  countShortfall,
  givePopulation,
  listReports,
  beginReport,
  readReport,
  makeFigures,
  recountReport,
  moveReport,
  readBoard,
  setDue,
  listKeys,
  makeKey,
  endKey,
} satisfies Record<RoutesOf<'bureau'>, Shape>;
