// What is said of files that prove something, in English.
import type { EvidenceWords } from './zh-evidence.ts';

export const evidenceEn: EvidenceWords = {
  comma: ', ',
  evidence: 'Evidence',
  noEvidence: 'No evidence',
  file: (name, size) => `${name} (${size})`,
  sha: 'SHA-256',
  stays:
    'The files were not uploaded: they stay with whoever handed this in. Ask for the originals, and compare them here.',
  compare: 'Compare a file',
  same: (name) => `The same: “${name}” is the file that was handed in.`,
  different: (name) => `Not the same: “${name}” is none of the files that were handed in.`,
  filesHint:
    'Nothing is uploaded: the files stay with you. Kept are their names, sizes and fingerprints (SHA-256), worked out on this device. Show the originals to whoever decides. At most 10 files of 200 MB each.',
  hashing: 'Working out fingerprints…',
  drop: 'Remove',
  dropFile: (name) => `Remove ${name}`,
  fileFaults: {
    empty: (name) => `“${name}” is empty and was not added.`,
    big: (name) => `“${name}” is over 200 MB and was not added.`,
    unreadable: (name) => `“${name}” could not be read. Choose it again.`,
    many: (name) => `There are 10 files already: “${name}” was not added.`,
  },
};
