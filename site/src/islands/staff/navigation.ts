// Going from one view to another without loading, the address being each view's own all the same: what the staff pages and the training views share.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What `read` makes of the address, drawn anew whenever that changes. */
export function useAddress<T>(read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const again = () => setValue(read());
    addEventListener('popstate', again);
    return () => removeEventListener('popstate', again);
  }, []);
  return value;
}

/** Opens an address: a step that back undoes, or in place of the one we are on. */
export function visit(address: string, how: 'pushState' | 'replaceState' = 'pushState'): void {
  history[how](null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Follows links to paths that are ours, and puts the focus at the beginning of what was opened. Other links are the browser's. */
export function useFollowing(isOurs: (path: string) => boolean, shown: unknown): void {
  const followed = useRef(false);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const url = followable(event);
      if (url === undefined || !isOurs(url.pathname)) return;
      event.preventDefault();
      followed.current = true;
      visit(url.pathname + url.search);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
  useLayoutEffect(() => {
    if (!followed.current) return;
    followed.current = false;
    scrollTo(0, 0);
    arrive();
  }, [shown]);
}

/** Puts the focus on the heading of what is open. */
export function arrive(): void {
  document.querySelector<HTMLElement>('[data-arrive]')?.focus({ preventScroll: true });
}

/** Where a click on a link leads, when it leads to this site in this tab. */
function followable(event: MouseEvent): URL | undefined {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!isPlain || event.defaultPrevented || link === null || link.target !== '' || link.hasAttribute('download'))
    return;
  const url = new URL(link.href);
  return url.origin === location.origin ? url : undefined;
}
