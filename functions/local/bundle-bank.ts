// What is read as files under a hash: the bank's release (`dist/bank/release.json`) and the divisions (`dist/bank/divisions.json`), with their
// packs. A bank with errors is not released.
import { join } from 'node:path';
import { BuildError, type Part } from './bundle-part.ts';

export const bankPart: Part = {
  name: 'bank',
  inputs: ['functions/content', 'functions/domain', 'package-lock.json'],
  async make({ root, into, log }) {
    // Loaded only when the bank is stale: its schema takes longer to load than the whole check of an unchanged tree.
    const [{ loadBank }, { loadRefs }, { buildRelease }, { writeRelease }, { findingsText }] = await Promise.all([
      import('../content/load.ts'),
      import('../content/refs.ts'),
      import('../content/release.ts'),
      import('../content/write-release.ts'),
      import('../content/report.ts'),
    ]);
    const [{ loadDivisions }, { releaseDivisions }, { writeDivisions }] = await Promise.all([
      import('../content/divisions/load.ts'),
      import('../content/divisions/release.ts'),
      import('../content/divisions/write-release.ts'),
    ]);
    const folder = join(root, 'functions/content');
    const refs = loadRefs(folder);
    const { bank, findings } = loadBank(join(folder, 'bank'), refs);
    const errors = findings.filter((finding) => finding.level === 'error');
    if (errors.length > 0) throw new BuildError(`The bank has ${errors.length} errors:\n${findingsText(errors)}`);
    const note = writeRelease(buildRelease(bank, refs), into);
    const { divisions } = writeDivisions(releaseDivisions(loadDivisions()), into);
    log(`bank: ${note.questions} questions, catalogue ${note.catalogue}; ${divisions} divisions`);
  },
};
