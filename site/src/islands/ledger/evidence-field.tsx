// Choosing the files that prove it: their fingerprints are worked out here, the files stay where they are.
import { useRef, useState } from 'preact/hooks';
import type { EvidenceWords } from '../../words/zh-evidence.ts';
import { sizeText } from './figures.ts';
import { type Evidence, FILES_MOST, fingerprint, withEvidence } from './fingerprint.ts';

interface Props {
  draft: { evidence: readonly Evidence[]; isReading: boolean };
  /** What is wrong with it, in words. */
  faults: { readonly evidence?: string };
  said: { w: EvidenceWords };
  set: (change: { evidence?: readonly Evidence[]; isReading?: boolean }) => void;
}

export function EvidenceField({ draft, faults, said: { w }, set }: Props) {
  const { troubles, add } = useFiles({ draft, set, w });
  return (
    <div class="stack-tight">
      <label class="field">
        <span>{w.evidence}</span>
        <input
          type="file"
          multiple
          aria-invalid={faults.evidence !== undefined}
          aria-describedby="evidence-hint"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file may be chosen again after it was taken off.
            event.currentTarget.value = '';
            void add(files);
          }}
        />
      </label>
      <p class="small soft" id="evidence-hint">
        {w.filesHint}
      </p>
      <div role="status">
        {draft.isReading && <p>{w.hashing}</p>}
        {troubles.map((text) => (
          <p key={text} class="small ledger-fault">
            {text}
          </p>
        ))}
      </div>
      {draft.evidence.length > 0 && (
        <ul class="plain-files small">
          {draft.evidence.map((one) => (
            <li key={one.sha256}>
              {w.file(one.name, sizeText(one.bytes))}
              <button
                type="button"
                class="link"
                aria-label={w.dropFile(one.name)}
                onClick={() => set({ evidence: draft.evidence.filter(({ sha256 }) => sha256 !== one.sha256) })}
              >
                {w.drop}
              </button>
              <br />
              <span class="soft">
                {w.sha} <span class="sha">{one.sha256}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {faults.evidence !== undefined && <p class="small ledger-fault">{faults.evidence}</p>}
    </div>
  );
}

/** Files are read one after the other: a phone holds one of them at a time. */
function useFiles({ draft, set, w }: Pick<Props, 'draft' | 'set'> & Props['said']) {
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const held = useRef<readonly Evidence[]>(draft.evidence);
  held.current = draft.evidence;
  const add = async (files: readonly File[]) => {
    if (draft.isReading || files.length === 0) return;
    set({ isReading: true });
    const found: string[] = [];
    for (const file of files) {
      const read = held.current.length >= FILES_MOST ? 'many' : await fingerprint(file, crypto.subtle);
      if (read === 'many') found.push(w.fileFaults.many(file.name));
      else if (!read.ok) found.push(w.fileFaults[read.fault](file.name));
      else {
        held.current = withEvidence(held.current, read.evidence);
        set({ evidence: held.current });
      }
    }
    setTroubles(found);
    set({ isReading: false });
  };
  return { troubles, add };
}
