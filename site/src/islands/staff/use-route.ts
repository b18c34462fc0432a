// Going from one staff page to another without loading: what was loaded (the tree above all) stays, the address is a page's own all the same.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStaff } from '../../shell/staff.tsx';
import { addressOf, isStaffPath, type Page, type Route, routeFrom } from './route.ts';

/** The route of the address, drawn anew whenever it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(here);
  useEffect(() => {
    const read = () => setRoute(here());
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  return route;
}

/** The address of a route in the page's language, and the ways to go there: `go` is a step that back undoes, `refine` changes the one we are on. */
export function useWays() {
  const { page } = useStaff();
  const address = (route: Partial<Route> & { page: Page }) => page(addressOf(route));
  return {
    address,
    go: (route: Partial<Route> & { page: Page }) => visit(address(route), 'pushState'),
    refine: (route: Partial<Route> & { page: Page }) => visit(address(route), 'replaceState'),
  };
}

/** Follows links between staff pages here, and puts the focus at the beginning of what was opened. Other links are the browser's. */
export function useLinks(route: Route): void {
  const followed = useRef(false);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const url = followable(event);
      if (url === undefined) return;
      event.preventDefault();
      followed.current = true;
      visit(url.pathname + url.search, 'pushState');
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
  useLayoutEffect(() => {
    if (!followed.current) return;
    followed.current = false;
    scrollTo(0, 0);
    arrive();
  }, [route]);
}

/** Puts the focus on the heading of what is open. */
export function arrive(): void {
  document.querySelector<HTMLElement>('[data-arrive]')?.focus({ preventScroll: true });
}

/** Keeps the focus on the heading when another takes its place: the one that says that something is being opened goes when it is there. */
export function useHeadingFocus(state: unknown): void {
  const isHere = document.activeElement?.matches('[data-arrive]') ?? false;
  useLayoutEffect(() => {
    if (isHere && !document.activeElement?.matches('[data-arrive]')) arrive();
  }, [state]);
}

function here(): Route {
  return routeFrom(location.pathname, location.search);
}

function visit(address: string, how: 'pushState' | 'replaceState'): void {
  history[how](null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Where a click on a link leads, when it leads to a staff page in this tab. */
function followable(event: MouseEvent): URL | undefined {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!isPlain || event.defaultPrevented || link === null || link.target !== '' || link.hasAttribute('download'))
    return;
  const url = new URL(link.href);
  return url.origin === location.origin && isStaffPath(url.pathname) ? url : undefined;
}
