// What the pages of figures are drawn from.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Place } from './route.ts';

export type Read = Answer<'readFigures'>;
export type Ranked = Answer<'rankFigures'>;
export type AtUnit = Place & { unit: string };
