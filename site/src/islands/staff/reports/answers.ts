// What the pages of a report are drawn from.
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { Content } from '../../../../../functions/domain/reports/content.ts';

export type Read = Answer<'readReport'>;

/** What is shown: what was made, or, as long as nothing is, the figures of now. */
export type Shown = Pick<Content, 'indicators' | 'units' | 'figures' | 'note'>;
