// The book: mistakes, favourites, notes and flags, filtered, each one tap from being practised again.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { Filters } from './filters.tsx';
import { List } from './list.tsx';
import { allIn, listed } from './listed.ts';
import { startList } from './start-list.ts';
import { StreakSetting } from './streak-setting.tsx';
import { Tabs } from './tabs.tsx';
import { useReviewed } from './use-reviewed.ts';
import { addressOf, UNFILTERED, type View, viewFrom } from './view.ts';

export function BookPage() {
  const { words, bank, now } = useShell();
  const { state } = useJournal();
  const { view, go, replace } = useView();
  const { unread, isFetching } = useReviewed();
  const from = { state, bank, today: dayOf(now()) };
  const ids = listed(view, from);
  const isEmpty = allIn(view.tab, from).length === 0;
  return (
    <div class="stack book">
      <h1>{words.titles.book}</h1>
      <Tabs view={view} from={from} onGo={go} />
      <div class="book-panes">
        <div class="stack-tight book-side">
          {!isEmpty && <Filters view={view} onSet={(change) => replace({ ...view, ...change })} />}
          {view.tab === 'wrong' && (
            <details class="card fold slim">
              <summary>{words.book.leaves(state.streak)}</summary>
              <StreakSetting />
            </details>
          )}
          {ids.length > 0 && <StartBar ids={ids} view={view} />}
        </div>
        <div class="stack-tight">
          <p role="status" class={isEmpty ? 'visually-hidden' : 'soft'}>
            {words.book.count(ids.length)}
          </p>
          {unread > 0 && <p class="small soft">{words.book.unread(unread)}</p>}
          {ids.length > 0 && <List key={addressOf(view)} ids={ids} tab={view.tab} />}
          {ids.length === 0 && isFetching && <p class="waiting">{words.loading}</p>}
          {ids.length === 0 && !isFetching && (
            <Nothing view={view} isEmpty={isEmpty} onClear={() => replace({ ...view, ...UNFILTERED })} />
          )}
        </div>
      </div>
    </div>
  );
}

/** The view in the address. A tab is a step back can undo; a filter only changes the step one is on. */
function useView() {
  const read = () => viewFrom(new URLSearchParams(location.search));
  const [view, setView] = useState<View>(read);
  useEffect(() => {
    const back = () => setView(read());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = (next: View) => {
    history.pushState(null, '', addressOf(next));
    setView(next);
  };
  const replace = (next: View) => {
    history.replaceState(null, '', addressOf(next));
    setView(next);
  };
  return { view, go, replace };
}

function StartBar({ ids, view }: { ids: readonly string[]; view: View }) {
  const shell = useShell();
  const isStarting = useRef(false);
  const start = async () => {
    if (isStarting.current) return;
    isStarting.current = true;
    location.assign(await startList(shell, ids, view.tab));
  };
  // Coming back finds the page as it was left, also when the browser kept it whole.
  useEffect(() => {
    const shown = () => {
      isStarting.current = false;
    };
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);
  return (
    <div class="book-start">
      <button type="button" class="button wide" onClick={() => void start()}>
        {shell.words.book.redo(ids.length)}
      </button>
    </div>
  );
}

function Nothing({ view, isEmpty, onClear }: { view: View; isEmpty: boolean; onClear: () => void }) {
  const { words, page } = useShell();
  return (
    <div class="card empty">
      <p>{isEmpty ? words.book.empty[view.tab] : words.book.emptyFiltered}</p>
      {isEmpty ? (
        <a class="button" href={page('/practice/')}>
          {words.book.goPractice}
        </a>
      ) : (
        <button type="button" class="button plain" onClick={onClear}>
          {words.book.clearFilters}
        </button>
      )}
    </div>
  );
}
