// A record of exams, for whose it is and for those who keep it: what counts by level, what was given for it, and every year. What may be done is the caller's.
import type { ComponentChildren } from 'preact';
import { CycleCard } from './cycle-card.tsx';
import { EntryCard } from './entry-card.tsx';
import type { Cycle, Entry, ExamsRead, Said } from './said.ts';

interface Props {
  read: ExamsRead;
  said: Said;
  /** What is said of certificates that are due. */
  due: ComponentChildren;
  acts: (entry: Entry) => ComponentChildren;
}

export function Shown({ read, said, due, acts }: Props) {
  const { words, w } = said;
  const { entries, cycles, certificates } = read;
  // Whoever holds the certificate has nothing left to sit, whatever is known of the exam that led to it.
  const isOpen = ({ level, national }: Cycle) =>
    national.passed !== undefined || !certificates.some((one) => one.level === level);
  return (
    <>
      <p class="only-print">{w.printed(read.name, words.date(read.today))}</p>
      {due}
      {cycles.filter(isOpen).map((cycle) => (
        <CycleCard key={cycle.level} cycle={cycle} entries={entries} said={said} />
      ))}
      {certificates.length > 0 && (
        <section class="card" aria-labelledby="exam-certificates">
          <h2 id="exam-certificates">{w.due.certificates}</h2>
          <ul class="list">
            {certificates.map(({ level, number, issued }) => (
              <li key={level + number} class="item">
                {w.due.certificate(words.levelNames[level], number, words.date(issued))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{w.entries}</h2>
      {entries.length === 0 && <p class="card soft">{w.none}</p>}
      {entries.map((entry) => (
        <EntryCard key={`${entry.year} ${entry.level}`} entry={entry} said={said}>
          {acts(entry)}
        </EntryCard>
      ))}
    </>
  );
}
