// The sums over everything, and the one thing to do next: the chapter with the lowest mastery.
import { percent } from '../../../../functions/domain/practice/progress.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { startAddress, USUAL } from '../drill/start.ts';
import { sumOf, weakestChapter } from './figures.ts';

export function Totals() {
  const { words } = useShell();
  const { state } = useJournal();
  const { answers, rights } = sumOf(state.days.values());
  return (
    <section class="card totals">
      <dl class="tiles">
        <div>
          <dt>{words.progress.allAnswers}</dt>
          <dd>{words.progress.times(answers)}</dd>
        </div>
        <div>
          <dt>{words.progress.accuracy}</dt>
          <dd>{words.percent(percent(rights, answers))}</dd>
        </div>
        <div>
          <dt>{words.progress.activeDays}</dt>
          <dd>{words.progress.days(state.days.size)}</dd>
        </div>
      </dl>
      <Weakest />
    </section>
  );
}

function Weakest() {
  const { words, lang, page, bank } = useShell();
  const { state } = useJournal();
  const place = weakestChapter(state, bank.catalogue);
  if (place === undefined) return null;
  const { subject, chapter } = place;
  return (
    <div class="weakest">
      <h2>{words.progress.weakest}</h2>
      <p>
        {subject.name[lang]} · {words.chapter(chapter.number, chapter.name[lang])}
      </p>
      <a class="button wide" href={page(`/practice/drill/${startAddress({ chapter: chapter.id }, USUAL)}`)}>
        {words.progress.practiseThis}
      </a>
    </div>
  );
}
