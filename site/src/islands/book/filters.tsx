// The book's filters. On a phone they are folded away until one is wanted or set.
import { useState } from 'preact/hooks';
import { Select } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { filtersOn, times, UNFILTERED, type View } from './view.ts';

interface Props {
  view: View;
  onSet: (change: Partial<View>) => void;
}

export function Filters({ view, onSet }: Props) {
  const { words } = useShell();
  const set = filtersOn(view).length;
  const [startsOpen] = useState(() => set > 0 || matchMedia('(min-width: 800px)').matches);
  return (
    <details class="card fold slim" open={startsOpen}>
      <summary>{set > 0 ? words.book.filtersOn(set) : words.book.filters}</summary>
      <div class="stack-tight">
        <div class="book-filters">
          <PlaceFilters view={view} onSet={onSet} />
          <Select
            label={words.practice.kind}
            value={view.kind}
            options={[
              { value: 'any', text: words.book.allKinds },
              { value: 'single', text: words.kinds.single },
              { value: 'multiple', text: words.kinds.multiple },
            ]}
            onPick={(kind) => onSet({ kind })}
          />
          {view.tab === 'wrong' && (
            <Select
              label={words.book.time}
              value={view.time}
              options={times.map((value) => ({ value, text: words.book.times[value] }))}
              onPick={(time) => onSet({ time })}
            />
          )}
        </div>
        {set > 0 && (
          <button type="button" class="link start" onClick={() => onSet(UNFILTERED)}>
            {words.book.clearFilters}
          </button>
        )}
      </div>
    </details>
  );
}

/** The paper, and a chapter of the paper chosen. */
function PlaceFilters({ view, onSet }: Props) {
  const { words, lang, bank } = useShell();
  const subjects = bank.catalogue.subjects.filter((subject) => subject.chapters.length > 0);
  const chapters = bank.subject(view.subject)?.chapters ?? [];
  return (
    <>
      <Select
        label={words.practice.subject}
        value={view.subject}
        options={[
          { value: 'all', text: words.book.allSubjects },
          ...subjects.map((s) => ({ value: s.id, text: s.name[lang] })),
        ]}
        onPick={(subject) => onSet({ subject, chapter: 'all' })}
      />
      {chapters.length > 0 && (
        <Select
          label={words.progress.chapterHeading}
          value={view.chapter}
          options={[
            { value: 'all', text: words.book.allChapters },
            ...chapters.map((c) => ({ value: c.id, text: words.chapter(c.number, c.name[lang]) })),
          ]}
          onPick={(chapter) => onSet({ chapter })}
        />
      )}
    </>
  );
}
