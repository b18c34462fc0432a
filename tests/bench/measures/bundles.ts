// P5: bytes of each function's bundle, as Lambda reads it at a cold start.
import { statSync } from 'node:fs';
import { manifest } from '../../../functions/entry/manifest.ts';
import { BUNDLE_MOST } from '../../fences/size-budget.ts';
import { bundleFile } from '../dist.ts';
import type { Row } from '../measure.ts';

export async function bundles(): Promise<Row[]> {
  return manifest.map(({ name }) => ({
    goal: 'P5',
    what: `bundle of the function ${name}`,
    figure: statSync(bundleFile(name)).size,
    unit: 'bytes',
    limit: { most: BUNDLE_MOST },
  }));
}
