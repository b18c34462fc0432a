// What of a level's papers still counts and until when, and what to sit next: in sentences, and year by year as a strip.
import { type Cycle, type Entry, type Said, subjectsText, subjectText } from './said.ts';
import { StripTable } from './strip-table.tsx';

export function CycleCard({ cycle, entries, said }: { cycle: Cycle; entries: readonly Entry[]; said: Said }) {
  const { words, w } = said;
  const title = `cycle-${cycle.level}`;
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>{w.cycle.title(words.levelNames[cycle.level])}</h2>
      <p class="mid">{headline(cycle, said)}</p>
      <StripTable cycle={cycle} entries={entries} said={said} />
      {details(cycle, said).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p class="small soft">
        {w.cycle.rules[cycle.level]} {cycle.confirmed ? w.cycle.confirmed : w.cycle.unconfirmed}
      </p>
    </section>
  );
}

/** The one thing to know: passed, or what to sit next. */
function headline({ national, year }: Cycle, said: Said): string {
  const { cycle } = said.w;
  return national.passed === undefined
    ? cycle.next(year, subjectsText(national.next, said))
    : cycle.passed(national.passed);
}

function details({ national, local, expired, waiting, proofUntil, year }: Cycle, said: Said): string[] {
  const { cycle, listed } = said.w;
  const isOpen = national.passed === undefined;
  const isLess = local !== undefined && local.passed === undefined && local.next.length < national.next.length;
  return [
    ...national.counts.map(({ subject, year: passed, until }) =>
      cycle.counts(subjectText(subject, said), passed, until),
    ),
    ...(isOpen && local?.passed !== undefined ? [cycle.passedLocal(local.passed)] : []),
    ...(isOpen && isLess ? [cycle.nextLocal(year, subjectsText(local.next, said))] : []),
    ...expired.map(({ subject, year: passed, until }) => cycle.expired(subjectText(subject, said), passed, until)),
    ...(waiting.length > 0
      ? [cycle.waiting(listed(waiting.map((one) => cycle.waitingOne(subjectText(one.subject, said), one.year))))]
      : []),
    ...(proofUntil === undefined ? [] : [cycle.proof(proofUntil)]),
  ];
}
