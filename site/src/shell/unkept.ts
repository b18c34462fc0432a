// A change that could not be kept is said, on whatever page and by whatever button it was made: an answer must not seem to be kept when it is not.
import { JournalUnavailable } from '../journal/db.ts';
import type { Words } from '../words/zh.ts';
import type { Shell } from './shell.tsx';

/** Listens to what no island answers for itself. A page that a newer one has taken the journal from is offered to be reloaded. */
export function sayWhatIsNotKept(words: Words, toast: Shell['toast']): void {
  addEventListener('unhandledrejection', (event) => {
    if (!(event.reason instanceof JournalUnavailable)) return;
    event.preventDefault();
    if (event.reason.reason !== 'outdated') toast(words.drill.notKept);
    else toast(words.update.ready, { label: words.update.reload, run: () => location.reload() });
  });
}
