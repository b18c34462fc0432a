// Choosing what to practise: level, paper, chapter; and how. The choice stands in the address, so that reload and back keep it.
import { useEffect, useState } from 'preact/hooks';
import type { CatalogueSubject, Level } from '../../../../functions/domain/questions/release.ts';
import { Choice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { modes, orders, type Settings, settingsFrom } from '../drill/start.ts';
import { ChapterList } from './chapter-list.tsx';
import { Resume } from './resume.tsx';

const COUNTS = ['10', '20', '50', 'all'] as const;

export function PracticePage() {
  const { words, bank, page } = useShell();
  const params = new URLSearchParams(location.search);
  const isWide = useWide();
  const [settings, setSettings] = useState<Settings>(settingsFrom(params));
  const [chosen, setChosen] = useState(() => firstChoice(bank.catalogue.subjects, params.get('subject')));
  const remember = (subject: string, next: Settings) =>
    history.replaceState(null, '', `?${new URLSearchParams({ subject, ...next })}`);
  const choose = (subject: CatalogueSubject) => {
    setChosen(subject);
    remember(subject.id, settings);
  };
  const set = (change: Partial<Settings>) => {
    const next = { ...settings, ...change };
    setSettings(next);
    remember(chosen.id, next);
  };
  return (
    <div class="stack">
      <div class="spread">
        <h1>{words.titles.practice}</h1>
        <a href={page('/mock/')}>{words.titles.mock}</a>
      </div>
      <Resume />
      <div class="columns practice-columns">
        <div class="stack">
          <SubjectChoice chosen={chosen} onChoose={choose} />
          {!isWide && <SettingsCard settings={settings} onSet={set} isOpen={false} />}
          <ChapterList subject={chosen} settings={settings} />
        </div>
        {isWide && <SettingsCard settings={settings} onSet={set} isOpen />}
      </div>
    </div>
  );
}

/** The subject an address names, or the first that has questions. */
function firstChoice(subjects: CatalogueSubject[], id: string | null): CatalogueSubject {
  const found = subjects.find((s) => s.id === id) ?? subjects.find((s) => s.chapters.length > 0) ?? subjects[0];
  if (found === undefined) throw new Error('the catalogue has no subject');
  return found;
}

function SubjectChoice(props: { chosen: CatalogueSubject; onChoose: (subject: CatalogueSubject) => void }) {
  const { words, lang, bank } = useShell();
  const { subjects } = bank.catalogue;
  const { chosen } = props;
  const levels = [...new Set(subjects.map((s) => s.level))];
  const ofLevel = subjects.filter((s) => s.level === chosen.level);
  const pickLevel = (level: Level) => {
    const inLevel = subjects.filter((s) => s.level === level);
    props.onChoose(inLevel.find((s) => s.chapters.length > 0) ?? (inLevel[0] as CatalogueSubject));
  };
  return (
    <div class="card">
      <Choice
        legend={words.practice.level}
        name="level"
        options={levels}
        label={(level) => `${words.levels[level]} · ${words.levelNames[level]}`}
        value={chosen.level}
        onPick={pickLevel}
      />
      <Choice
        legend={words.practice.subject}
        name="subject"
        options={ofLevel.map((s) => s.id)}
        label={(id) => {
          const subject = ofLevel.find((s) => s.id === id);
          const name = subject?.name[lang] ?? id;
          return subject?.chapters.length === 0 ? `${name} · ${words.practice.preparing}` : name;
        }}
        value={chosen.id}
        onPick={(id) => props.onChoose(ofLevel.find((s) => s.id === id) as CatalogueSubject)}
      />
    </div>
  );
}

/** Whether there is room for two columns; above 800 px, as the style sheets have it. */
function useWide(): boolean {
  const [query] = useState(() => matchMedia('(min-width: 800px)'));
  const [isWide, setWide] = useState(query.matches);
  useEffect(() => {
    const listen = () => setWide(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [query]);
  return isWide;
}

/** On a phone it stands folded above the chapters and says in one line what is set; on a wide screen beside them, open. */
function SettingsCard(props: { settings: Settings; onSet: (change: Partial<Settings>) => void; isOpen: boolean }) {
  const { words } = useShell();
  const { settings, onSet } = props;
  const countText = (count: string) => (count === 'all' ? words.practice.allCount : words.questions(Number(count)));
  const kindText = (kind: Settings['kind']) => (kind === 'any' ? words.practice.anyKind : words.kinds[kind]);
  const summary = [
    words.practice.modes[settings.mode],
    words.practice.orders[settings.order],
    kindText(settings.kind),
    countText(settings.most),
  ].join(' · ');
  const counts = COUNTS.some((c) => c === settings.most) ? COUNTS : [settings.most, ...COUNTS];
  return (
    <details class="card fold settings-card" open={props.isOpen}>
      <summary>
        <h2>{words.practice.settings}</h2>
        <span class="small soft">{summary}</span>
      </summary>
      <div class="stack">
        <Choice
          legend={words.practice.mode}
          name="mode"
          options={modes}
          label={(mode) => words.practice.modes[mode]}
          value={settings.mode}
          onPick={(mode) => onSet({ mode })}
        />
        <p class="small soft">{words.practice.modeHints[settings.mode]}</p>
        <Choice
          legend={words.practice.order}
          name="order"
          options={orders}
          label={(order) => words.practice.orders[order]}
          value={settings.order}
          onPick={(order) => onSet({ order })}
        />
        <Choice
          legend={words.practice.kind}
          name="kind"
          options={['any', 'single', 'multiple'] as const}
          label={kindText}
          value={settings.kind}
          onPick={(kind) => onSet({ kind })}
        />
        <Choice
          legend={words.practice.count}
          name="count"
          options={counts}
          label={countText}
          value={settings.most}
          onPick={(most) => onSet({ most })}
        />
      </div>
    </details>
  );
}
