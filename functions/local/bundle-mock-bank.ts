// What lies beside the bundles of the functions that ask mock papers: `mock/index.json` and a file a subject. Nothing goes out against which an error
// stands; items that are not reviewed stay behind, whatever is wrong with them.
import { join } from 'node:path';
import { BuildError } from './bundle-part.ts';

/** Releases the mock bank of a checkout into folders; answers how many items went out. */
export async function placeMockBank(root: string, folders: readonly string[]): Promise<number> {
  // Loaded only when a function is stale, as the practice bank is.
  const [
    { readBank },
    { loadRefs },
    { loadMock },
    { againstRelease, buildMockRelease, writeMockRelease },
    { findingsText },
  ] = await Promise.all([
    import('../content/load.ts'),
    import('../content/refs.ts'),
    import('../content/mock.ts'),
    import('../content/mock-release.ts'),
    import('../content/report.ts'),
  ]);
  const content = join(root, 'functions/content');
  const refs = loadRefs(content);
  const mock = loadMock(join(content, 'mock'), refs, readBank(join(content, 'bank')).bank);
  const against = againstRelease(mock);
  if (against.length > 0) throw new BuildError(`The mock bank cannot be released:\n${findingsText(against)}`);
  const release = buildMockRelease(mock, refs);
  for (const folder of folders) writeMockRelease(release, folder);
  return release.subjects.reduce((sum, { items }) => sum + items.length, 0);
}
