// All families of figures. A new one: a line here, one in store/source-readers.ts, and its filter in entry/manifest.ts.

import { workSource } from '../activities/work-figures.ts';
import { examSource } from '../exams/exam-figures.ts';
import { heldSource } from '../participation/held-figures.ts';
import { trainingSource } from '../participation/training-figures.ts';
import { practiceSource } from '../practice/practice-figures.ts';
import { staffSource } from '../staffing/staff-figures.ts';
import { subsidySource } from '../subsidies/subsidy-figures.ts';
import type { Source } from './source.ts';

export const SOURCES: readonly Source[] = [
  workSource,
  examSource,
  trainingSource,
  heldSource,
  subsidySource,
  staffSource,
  practiceSource,
];
