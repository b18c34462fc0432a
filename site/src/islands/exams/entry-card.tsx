// An exam of a year and level: its papers, whether it was confirmed, what contradicts, its history and evidence; what may be done is the caller's to draw.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../../functions/domain/time.ts';
import { EvidenceList } from '../ledger/evidence-list.tsx';
import { clockText } from '../me/moment.ts';
import { entryText, papersText, resultText, verdictText } from './result-text.ts';
import { type Entry, type Said, subjectsText, subjectText } from './said.ts';

export function EntryCard({ entry, said, children }: { entry: Entry; said: Said; children: ComponentChildren }) {
  const { w } = said;
  const title = `exam-${entry.year}-${entry.level}`;
  const evidence = entry.facts.flatMap((fact) => (fact.kind === 'said' ? fact.evidence : []));
  return (
    <section class="card exam-entry" aria-labelledby={title}>
      <div class="row">
        <h3 id={title}>{entryText(entry, said)}</h3>
        <span class={entry.state === 'confirmed' ? 'ledger-tag' : 'ledger-tag quiet'}>{w.states[entry.state]}</span>
      </div>
      <PaperTable entry={entry} said={said} />
      {entry.conflicts.length > 0 && <p class="notice trouble">{w.conflicts(subjectsText(entry.conflicts, said))}</p>}
      {entry.confirmed && <p class="small">{w.confirmedPapers(papersText(entry.confirmed.papers, said))}</p>}
      <p class="small soft">{aboutText(entry, said)}</p>
      <EvidenceList evidence={evidence} said={said} />
      <History entry={entry} said={said} />
      {children}
    </section>
  );
}

function PaperTable({ entry, said }: { entry: Entry; said: Said }) {
  const { w } = said;
  return (
    <table class="table papers-of">
      <caption class="visually-hidden">{entryText(entry, said)}</caption>
      <thead>
        <tr>
          <th scope="col">{w.paper}</th>
          <th scope="col">{w.result}</th>
          <th scope="col">{w.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {entry.papers.map((paper) => (
          <tr key={paper.subject}>
            <th scope="row">{subjectText(paper.subject, said)}</th>
            <td>{resultText(paper.result, said)}</td>
            <td>{verdictText(paper, said)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function aboutText({ site, ticket, units }: Entry, { w }: Said): string {
  return [
    site !== undefined && w.site(site),
    ticket !== undefined && w.ticket(ticket),
    units.length > 0 && w.counted(w.listed(units.map(({ unitName }) => unitName))),
  ]
    .filter(Boolean)
    .join('　');
}

function History({ entry, said }: { entry: Entry; said: Said }) {
  const { words, w } = said;
  return (
    <details class="small">
      <summary>{w.history}</summary>
      <ol class="history soft">
        {entry.facts.map((fact, nth) => (
          <li key={fact.at + String(nth)}>
            {w.step(
              `${words.date(dayOf(fact.at))} ${clockText(fact.at)}`,
              factText(fact, said),
              fact.byName ?? w.somebody,
            )}
            {fact.why !== undefined && w.stepWhy(fact.why)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function factText(fact: Entry['facts'][number], said: Said): string {
  const { facts, stepWhy } = said.w;
  return fact.kind === 'said' ? facts.said[fact.how] + stepWhy(papersText(fact.papers, said)) : facts[fact.kind];
}
