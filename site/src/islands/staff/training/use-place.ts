// Going from one training view to another without loading; the address is a view's own all the same.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { arrive } from '../use-route.ts';
import { addressOf, type Place, placeFrom } from './route.ts';

/** The place of the address, drawn anew whenever it changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const read = () => setPlace(here());
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  return place;
}

/** The address of a place in the page's language, and the way there: a step that back undoes. */
export function useGo() {
  const { page } = useStaff();
  const address = (place: Place) => page(addressOf(place));
  return { address, go: (place: Place) => visit(address(place)) };
}

/** Follows links between the views here, and puts the focus at the beginning of what was opened. Other links are the browser's. */
export function usePlaceLinks(place: Place): void {
  const followed = useRef(false);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const url = followable(event);
      if (url === undefined) return;
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
  }, [place]);
}

function here(): Place {
  return placeFrom(location.search);
}

function visit(address: string): void {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Where a click on a link leads, when it leads to another view of this page in this tab. */
function followable(event: MouseEvent): URL | undefined {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!isPlain || event.defaultPrevented || link === null || link.target !== '' || link.hasAttribute('download'))
    return;
  const url = new URL(link.href);
  return url.origin === location.origin && url.pathname === location.pathname ? url : undefined;
}
