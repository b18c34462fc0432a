// No mock paper asks what practice shows with its key: the items of the mock bank are compared with those of practice and with each other.
import type { Bank, Finding } from '../bank.ts';
import { nearDuplicate } from '../checks/near-duplicate.ts';

const MOCK = 'mock/';

export function repeated(mock: Bank, practice: Bank): Finding[] {
  const named = mock.files.map((file) => ({ ...file, path: MOCK + file.path }));
  return nearDuplicate({ files: [...practice.files, ...named] })
    .filter((finding) => finding.file.startsWith(MOCK))
    .map((finding) => ({ ...finding, file: finding.file.slice(MOCK.length) }));
}
