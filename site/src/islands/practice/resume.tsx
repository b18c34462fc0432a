// Unfinished drills: go on where one left, or throw away.
import { useEffect, useState } from 'preact/hooks';
import type { Drill } from '../../journal/drill-record.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { isUnfinished } from '../drill/unfinished.ts';

/** How many are offered; older ones stay on the device, and their answers in the journal. */
const SHOWN = 3;

export function Resume() {
  const { words, lang, page } = useShell();
  const journal = useJournal();
  const [drills, setDrills] = useState<Drill[]>([]);
  const read = () =>
    void journal.listDrills().then(
      (all) => setDrills(all.filter(isUnfinished).slice(0, SHOWN)),
      () => setDrills([]),
    );
  useEffect(read, [journal.profile]);
  if (drills.length === 0) return null;
  return (
    <section class="card" aria-labelledby="resume">
      <h2 id="resume">{words.practice.resume}</h2>
      <ul class="list">
        {drills.map((drill) => (
          <li key={drill.id} class="row resume-row">
            <a class="item" href={page(`/practice/drill/?id=${drill.id}`)}>
              <span class="name">{drill.title.map((part) => part[lang]).join(' · ')}</span>
              <span class="small soft">
                {words.practice.modes[drill.mode]} · {words.practice.orders[drill.order]} ·{' '}
                {words.practice.resumeAt(drill.index + 1, drill.questions.length)}
              </span>
            </a>
            <button
              type="button"
              class="tool"
              aria-label={`${words.practice.discard}：${drill.title.map((part) => part[lang]).join(' · ')}`}
              onClick={() => void journal.deleteDrill(drill.id).then(read)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
