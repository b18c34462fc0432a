// The rules of subsidies that the product brings, for whoever applies them: bundled as they are. `npm run check` holds the file against its schema.
import type { SubsidyRule } from '../domain/subsidies/rule.ts';
import subsidies from './subsidies.json' with { type: 'json' };

/** Made when they are asked for: a function that applies none then carries none. */
export const subsidyRules = (): readonly SubsidyRule[] => subsidies.rules as unknown as readonly SubsidyRule[];
