// The shapes of all audiences together, for the OpenAPI document and for tests. Nothing deployed imports it.
import { accountShapes } from './account/shapes.ts';
import { bureauShapes } from './bureau/shapes.ts';
import { candidateShapes } from './candidate/shapes.ts';
import { documentsShapes } from './documents/shapes.ts';
import { examinerShapes } from './examiner/shapes.ts';
import { examsShapes } from './exams/shapes.ts';
import { ledgerShapes } from './ledger/shapes.ts';
import { mockShapes } from './mock/shapes.ts';
import { openShapes } from './open/shapes.ts';
import { publicShapes } from './public/shapes.ts';
import { staffShapes } from './staff/shapes.ts';
import { stationShapes } from './station/shapes.ts';
import { trainerShapes } from './trainer/shapes.ts';

export const shapes = {
  ...publicShapes,
  ...candidateShapes,
  ...accountShapes,
  ...staffShapes,
  ...trainerShapes,
  ...documentsShapes,
  ...ledgerShapes,
  ...mockShapes,
  ...examinerShapes,
  ...examsShapes,
  ...stationShapes,
  ...bureauShapes,
  ...openShapes,
};
