// The rules of a paper in plain words: how it is scored, with an example, how the time runs, and what counts that comes late.
import type { Mode } from '../../../../functions/domain/attempts/attempt.ts';
import { useMockWords } from './use-mock-words.ts';
import type { Form } from './wire.ts';

interface Props {
  form: Form['answered'];
  /** Of a set paper, whose mode nobody chooses. */
  mode: Mode | undefined;
  /** The time there is, in words. */
  minutes: string;
  graceS: number;
  /** One sitting each. */
  once: boolean;
}

export function Rules({ form, mode, minutes, graceS, once }: Props) {
  const t = useMockWords();
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{t.start.rules}</h2>
      <Scoring form={form} />
      <ul class="told">
        <li>{t.start.time(minutes)}</li>
        <li>{t.start.saving}</li>
        <li>{t.start.grace(graceS)}</li>
        {mode !== undefined && (
          <li>
            {t.modes[mode]}：{t.start.modeHints[mode]}
          </li>
        )}
        {once && <li>{t.start.oneSitting}</li>}
      </ul>
    </section>
  );
}

export function Scoring({ form }: { form: Form['answered'] }) {
  const t = useMockWords();
  const [picked, earned] = t.start.exampleHead;
  if (form === 'essay') {
    return (
      <div class="stack-tight">
        <h3>{t.start.scoring}</h3>
        <p>{t.start.scoringEssay}</p>
      </div>
    );
  }
  return (
    <div class="stack-tight">
      <h3>{t.start.scoring}</h3>
      <p>{t.start.scoringSingle}</p>
      <p>{t.start.scoringMultiple}</p>
      <table class="table mock-example">
        <caption class="small soft">{t.start.exampleTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{picked}</th>
            <th scope="col">{earned}</th>
          </tr>
        </thead>
        <tbody>
          {t.start.examples.map(([pick, marks]) => (
            <tr key={pick}>
              <th scope="row">{pick}</th>
              <td>{marks}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
