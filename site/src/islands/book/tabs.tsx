// The book's four tabs, as links: each has an address of its own.
import { useShell } from '../../shell/shell.tsx';
import { allIn, type From } from './listed.ts';
import { addressOf, type Tab, tabs, UNFILTERED, type View } from './view.ts';

export function Tabs({ view, from, onGo }: { view: View; from: From; onGo: (view: View) => void }) {
  const { words } = useShell();
  const viewOf = (tab: Tab): View => ({ tab, ...UNFILTERED });
  const follow = (event: MouseEvent, tab: Tab) => {
    // A new tab or window of the browser is the browser's affair.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (tab !== view.tab) onGo(viewOf(tab));
  };
  return (
    <nav class="book-tabs" aria-label={words.titles.book}>
      {tabs.map((tab) => (
        <a
          key={tab}
          class="chip"
          href={addressOf(viewOf(tab))}
          aria-current={tab === view.tab ? 'page' : undefined}
          onClick={(event) => follow(event, tab)}
        >
          {words.book.tabs[tab]} <span class="small">{allIn(tab, from).length}</span>
        </a>
      ))}
    </nav>
  );
}
