// What stands around a report's figures: who signed, by what it can be checked, and what happened in which order.
import type { ReportStep } from '../../../../../functions/domain/reports/report.ts';
import { signersOf } from '../../../../../functions/domain/reports/report.ts';
import { dayOf } from '../../../../../functions/domain/time.ts';
import { saveFile } from '../../../shell/save.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { momentOf } from '../training/moments.ts';
import type { Read } from './answers.ts';
import { useReportsWords } from './words.ts';

/** Names on the screen; on paper lines to sign on, too. */
export function Signatures({ value }: { value: Read }) {
  const { words } = useStaff();
  const w = useReportsWords().signatures;
  const signed = signersOf({ steps: value.steps as ReportStep[] });
  const nameOf = (by: string) => value.steps.find((step) => step.by === by)?.byName ?? '';
  return (
    <section class="stack">
      <h2>{w.title}</h2>
      {signed.length === 0 && <p class="soft">{w.none}</p>}
      <dl class="facts">
        {signed.map(({ by, at }, i) => (
          <div key={by}>
            <dt>{i === 0 ? w.first : w.second}</dt>
            <dd>
              {nameOf(by)} · {momentOf(at, words)}
            </dd>
          </div>
        ))}
      </dl>
      <div class="only-print signature-lines">
        {[w.first, w.second, w.seal].map((label, i) => (
          <div key={label}>
            <span>
              {label}
              {signed[i] && `（${nameOf(signed[i].by)}，${words.date(dayOf(signed[i].at))}）`}
            </span>
            <span class="signature-line" />
            <span>{w.date}</span>
            <span class="signature-line short" />
          </div>
        ))}
      </div>
    </section>
  );
}

/** The fingerprint, and the text it is of. */
export function Proof({ value }: { value: Read }) {
  const w = useReportsWords().proof;
  const { made, text, unit, report } = value;
  return (
    <section class="stack-tight">
      <h2>{w.title}</h2>
      <p class="small">
        {w.hash}
        <br />
        <code class="hash">{made?.hash}</code>
      </p>
      <p class="small soft no-print">{w.help}</p>
      {text !== undefined && (
        <button
          type="button"
          class="tool start no-print"
          onClick={() => saveFile(`${unit.id}.${report.report}.json`, text, 'application/json')}
        >
          {w.text}
        </button>
      )}
    </section>
  );
}

export function Steps({ value }: { value: Read }) {
  const { words } = useStaff();
  const w = useReportsWords();
  return (
    <section class="stack no-print">
      <h2>{w.steps}</h2>
      <ol class="plain-list stack-tight">
        {value.steps.map(({ move, at, byName, why }, i) => (
          <li key={`${at} ${i}`}>
            {momentOf(at, words)} · {move === 'begin' ? w.stepNames.begin : w.moves[move]} · {byName ?? w.somebody}
            {why !== undefined && <p class="small soft">{why}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
