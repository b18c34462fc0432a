// The report in words: a sentence for each thing that its figures tell.
import { briefOf } from '../../../../../functions/domain/reports/brief.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { momentOf } from '../training/moments.ts';
import type { Read, Shown } from './answers.ts';
import { useBriefWords, useReportsWords } from './words.ts';

export function Brief({ shown, value }: { shown: Shown; value: Read }) {
  const { words } = useStaff();
  const [w, brief] = [useReportsWords(), useBriefWords()];
  const figures = shown.figures.find(({ unit }) => unit === value.unit.id)?.values ?? {};
  const sentences = briefOf(figures).map(brief.sentence);
  const cutOff = momentOf(value.made?.cutOff ?? value.live.asOf, words);
  return (
    <section class="card stack-tight">
      <h2>{brief.title}</h2>
      {sentences.length === 0 ? (
        <p class="soft">{brief.none}</p>
      ) : (
        <>
          <p>{brief.lead(value.unit.name, w.period(value.report.months), cutOff)}</p>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
    </section>
  );
}
