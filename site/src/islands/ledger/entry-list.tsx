// All entries with what became of their minutes, their history and their evidence; what may be done to one is the caller's to draw.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../../functions/domain/time.ts';
import { provincesIn } from '../../words/provinces.ts';
import { clockText, momentText } from '../me/moment.ts';
import { EvidenceList } from './evidence-list.tsx';
import { hours } from './figures.ts';
import { byPeriod, linesByEntry, lineText, stateText } from './line-text.ts';
import type { Entry, LedgerRead, Said } from './said.ts';

interface Props {
  read: LedgerRead;
  said: Said;
  acts: (entry: Entry) => ComponentChildren;
}

export function EntryList({ read, said, acts }: Props) {
  const { w } = said;
  const { inside, outside } = byPeriod(read.entries, read.ledger?.period);
  const titles = new Map(read.entries.map(({ id, title }) => [id, title]));
  const lines = linesByEntry(read.ledger);
  const textsOf = ({ id }: Entry) => (lines.get(id) ?? []).map((line) => lineText(line, titles, said));
  const list = (entries: readonly Entry[]) => (
    <ul class="list entries">
      {entries.map((entry) => (
        <EntryItem key={entry.id} entry={entry} texts={textsOf(entry)} said={said}>
          {acts(entry)}
        </EntryItem>
      ))}
    </ul>
  );
  return (
    <>
      <section class="card" aria-labelledby="entries">
        <h2 id="entries">{read.ledger === undefined ? w.entries : w.inPeriod}</h2>
        {inside.length > 0 ? list(inside) : <p class="soft">{outside.length > 0 ? w.noneHere : w.noEntries}</p>}
      </section>
      {outside.length > 0 && (
        <section class="card" aria-labelledby="entries-other">
          <h2 id="entries-other">{w.otherPeriods}</h2>
          {list(outside)}
        </section>
      )}
    </>
  );
}

interface ItemProps {
  entry: Entry;
  texts: readonly string[];
  said: Said;
  children: ComponentChildren;
}

function EntryItem({ entry, texts, said, children }: ItemProps) {
  const { w } = said;
  return (
    <li class="item">
      <span class="row">
        <span class="name">{entry.title}</span>
        <span class={entry.state === 'approved' ? 'ledger-tag' : 'ledger-tag quiet'}>
          {stateText(entry, entry.facts.length - 1, said)}
        </span>
      </span>
      <span class="small">
        {w.kinds[entry.kind]}　{w.hours(hours(entry.minutes))}　{timeText(entry, said)}
      </span>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
      <span class="small soft">{aboutText(entry, said)}</span>
      <History entry={entry} said={said} />
      {entry.course === undefined && <EvidenceList evidence={entry.evidence} said={said} />}
      {children}
    </li>
  );
}

function History({ entry, said }: { entry: Entry; said: Said }) {
  const { words, w } = said;
  return (
    <ol class="history small soft" aria-label={w.history}>
      {entry.facts.map(({ at, byName, why }, nth) => (
        <li key={at + String(nth)}>
          {w.step(`${words.date(dayOf(at))} ${clockText(at)}`, stateText(entry, nth, said), byName ?? w.somebody)}
          {why !== undefined && w.stepWhy(why)}
        </li>
      ))}
    </ol>
  );
}

/** The day; or each time from when to when. */
function timeText({ day, intervals }: Entry, { words, w }: Said): string {
  if (intervals === undefined) return day === undefined ? w.undated : words.date(day);
  return intervals
    .map(({ from, to }) => {
      const end = dayOf(from) === dayOf(to) ? clockText(to) : momentText(to, words);
      return `${words.date(dayOf(from))} ${clockText(from)}–${end}`;
    })
    .join(w.comma);
}

function aboutText({ organiser, course, place, category }: Entry, { lang, w }: Said): string {
  const province = provincesIn(lang).find(({ code }) => place?.startsWith(code))?.name ?? place ?? '';
  return [
    course !== undefined && w.ofCourse,
    organiser !== undefined && w.organiser(organiser),
    category !== undefined && w.place(province, category),
  ]
    .filter(Boolean)
    .join('　');
}
