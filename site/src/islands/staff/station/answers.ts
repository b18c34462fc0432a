// What the pages of station work are drawn from.
import type { Answer } from '../../../../../functions/contract/index.ts';

export type Read = Answer<'readAppraisal'>;
export type Sheet = Answer<'readWork'>;
export type WorkLine = Sheet['records'][number];
