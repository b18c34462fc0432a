// What has become another since a report was made: beside it, never in it. Counting it again proves that the report comes out the same, and says since when.
import { useState } from 'preact/hooks';
import type { Answer } from '../../../../../functions/contract/index.ts';
import type { ApiProblem } from '../../../api/client.ts';
import { Notice } from '../../../shell/parts.tsx';
import { useStaff } from '../../../shell/staff.tsx';
import { Trouble } from '../parts.tsx';
import { momentOf } from '../training/moments.ts';
import type { Read, Shown } from './answers.ts';
import { useIndicatorText } from './indicator-text.ts';
import { useReportsWords } from './words.ts';

type Recounted = Extract<Answer<'recountReport'>, { done: true }>;

export function Adjustments({ value, units }: { value: Read; units: Shown['units'] }) {
  const { call, words } = useStaff();
  const w = useReportsWords();
  const [found, setFound] = useState<Recounted | undefined>();
  const [progress, setProgress] = useState<string | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const run = async () => {
    if (progress !== undefined) return;
    setProgress(w.adjustments.finding);
    setProblem(undefined);
    const params = { unit: value.unit.id, edition: value.report.report };
    try {
      for (let at: string | undefined; ; ) {
        const answer = await call('recountReport', { params, body: at === undefined ? {} : { at } });
        if (answer.done) {
          setFound(answer);
          break;
        }
        at = answer.at;
        setProgress(w.making(answer.units, answer.of));
      }
    } catch (error) {
      setProblem(error as ApiProblem);
    } finally {
      setProgress(undefined);
    }
  };
  const lines = found?.adjustments ?? value.adjustments;
  return (
    <section class="stack">
      <h2>{w.adjustments.title}</h2>
      <p>{lines.length === 0 ? w.adjustments.none : w.adjustments.some(lines.length)}</p>
      {lines.length > 0 && <Lines lines={lines} units={units} />}
      {found && (
        <Notice trouble={!found.equal}>
          <p>
            {found.equal ? w.adjustments.equal : w.adjustments.unequal}（{momentOf(found.asOf, words)}）
          </p>
        </Notice>
      )}
      {problem && <Trouble problem={problem} onRetry={() => void run()} />}
      <div class="row no-print">
        <button type="button" class="tool" aria-disabled={progress !== undefined} onClick={() => void run()}>
          {w.adjustments.find}
        </button>
        <span role="status" class="small">
          {progress}
        </span>
      </div>
    </section>
  );
}

function Lines({ lines, units }: { lines: Read['adjustments']; units: Shown['units'] }) {
  const { words } = useStaff();
  const w = useReportsWords();
  const text = useIndicatorText();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const { frozen, now, difference, since } = w.adjustments;
  return (
    <div class="card table-card">
      <table class="grid cards-narrow figures">
        <thead>
          <tr>
            {[w.unitColumn, w.indicator, frozen, now, difference, since].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.unit} ${line.indicator}`}>
              <th scope="row">{names.get(line.unit) ?? line.unit}</th>
              <td data-label={w.indicator}>{text.name(line.indicator)}</td>
              <td data-label={frozen}>{text.value(line.indicator, line.frozen) ?? w.unknown}</td>
              <td data-label={now}>{text.value(line.indicator, line.now) ?? w.unknown}</td>
              <td data-label={difference}>{differenceText(text.value, line)}</td>
              <td data-label={since}>{line.since === undefined ? '—' : momentOf(line.since, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of counts; the difference of two shares is told by the counts beside them. */
function differenceText(
  textOf: ReturnType<typeof useIndicatorText>['value'],
  { indicator, difference, now }: Read['adjustments'][number],
): string {
  if (difference === undefined || now?.of !== undefined) return '—';
  const size = textOf(indicator, { n: Math.abs(difference) }) ?? '';
  return `${difference < 0 ? '−' : '+'}${size}`;
}
