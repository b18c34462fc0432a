// The templates of appraisals that the product brings, every version that was ever opened: an appraisal pins the one it was opened with.
import type { Template } from '../../domain/appraisal/template.ts';
import quarter from './appraisal-quarter.json' with { type: 'json' };
import sixfold from './appraisal-sixfold.json' with { type: 'json' };

/** What the JSON is, is checked by tests/functions/content/appraisal. */
export const templates = [quarter, sixfold] as unknown as readonly Template[];
