// The files that prove an entry, by name, size and fingerprint; and a file at hand compared with them.
import { useState } from 'preact/hooks';
import type { EvidenceWords } from '../../words/zh-evidence.ts';
import { sizeText } from './figures.ts';
import { type Evidence, fingerprint } from './fingerprint.ts';

export function EvidenceList({ evidence, said }: { evidence: readonly Evidence[]; said: { w: EvidenceWords } }) {
  const { w } = said;
  if (evidence.length === 0) return <span class="small soft">{w.noEvidence}</span>;
  return (
    <details class="evidence">
      <summary class="small">
        {w.evidence}：{evidence.map(({ name }) => name).join(w.comma)}
      </summary>
      <ul class="plain-files small">
        {evidence.map(({ name, bytes, sha256 }) => (
          <li key={sha256 + name}>
            {w.file(name, sizeText(bytes))}
            <br />
            <span class="soft">
              {w.sha} <span class="sha">{sha256}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">{w.stays}</p>
      <Compare evidence={evidence} said={said} />
    </details>
  );
}

function Compare({ evidence, said: { w } }: { evidence: readonly Evidence[]; said: { w: EvidenceWords } }) {
  const [found, setFound] = useState('');
  const compare = async (file: File | undefined) => {
    if (file === undefined) return;
    setFound(w.hashing);
    const read = await fingerprint(file, crypto.subtle);
    if (!read.ok) return setFound(w.fileFaults[read.fault](file.name));
    const same = evidence.find(({ sha256 }) => sha256 === read.evidence.sha256);
    setFound(same === undefined ? w.different(file.name) : w.same(same.name));
  };
  return (
    <div class="no-print">
      <label class="field">
        <span class="small">{w.compare}</span>
        <input type="file" onChange={(event) => void compare(event.currentTarget.files?.[0])} />
      </label>
      <p role="status">{found}</p>
    </div>
  );
}
