// Progress: how much was done, how it goes, and by chapter what is lacking. Every figure is a fold of the journal.
import { useJournal, useShell } from '../../shell/shell.tsx';
import { Recent } from './recent.tsx';
import { SubjectTable } from './subject-table.tsx';
import { Totals } from './totals.tsx';

export function ProgressPage() {
  const { words, bank, page } = useShell();
  const { state } = useJournal();
  const isBegun = state.days.size > 0;
  const subjects = bank.catalogue.subjects.filter((subject) => subject.chapters.length > 0);
  return (
    <div class="stack">
      <div>
        <h1>{words.titles.progress}</h1>
        <p class="soft">{words.progress.lead}</p>
      </div>
      {isBegun ? (
        <div class="progress-top">
          <Totals />
          <Recent />
        </div>
      ) : (
        <div class="card empty">
          <p>{words.progress.empty}</p>
          <a class="button" href={page('/practice/')}>
            {words.home.start}
          </a>
        </div>
      )}
      <Definitions />
      <div class="progress-subjects">
        {subjects.map((subject) => (
          <SubjectTable key={subject.id} subject={subject} />
        ))}
      </div>
    </div>
  );
}

function Definitions() {
  const { progress } = useShell().words;
  return (
    <details class="card fold definitions">
      <summary>{progress.definitions}</summary>
      <ul class="stack-tight">
        <li>{progress.coveredMeans}</li>
        <li>{progress.accuracyMeans}</li>
        <li>{progress.masteryMeans}</li>
      </ul>
    </details>
  );
}
