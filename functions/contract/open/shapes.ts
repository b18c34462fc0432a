// What goes into and comes out of every route of open data.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { openFigures, openReport, openReports, openUnits } from './open.ts';

export const openShapes = {
  openUnits,
  openFigures,
  openReports,
  openReport,
} satisfies Record<RoutesOf<'open'>, Shape>;
