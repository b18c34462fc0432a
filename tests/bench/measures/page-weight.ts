// P1: what each built page weighs, the answering page first. Counted by the same code as the size budget of the check.
import { join } from 'node:path';
import { projectFiles } from '../../fences/files.ts';
import { pageWeight } from '../../fences/page-weight.ts';
import { PAGE_MOST } from '../../fences/size-budget.ts';
import { dist } from '../dist.ts';
import type { Row } from '../measure.ts';

const FIRST = 'practice/drill/index.html';

export async function pageWeights(): Promise<Row[]> {
  const site = join(dist, 'site');
  const pages = projectFiles('', site).filter((path) => path.endsWith('.html') && path !== FIRST);
  const weights = await Promise.all([FIRST, ...pages].map((page) => pageWeight(site, page)));
  return weights.map(({ page, bytes, files }) => ({
    goal: 'P1',
    what: `gzip JS + CSS of /${page.replace(/index\.html$/, '')}`,
    figure: bytes,
    unit: 'bytes',
    limit: { most: PAGE_MOST },
    note: `${files.length} files`,
  }));
}
