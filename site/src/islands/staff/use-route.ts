// Going from one staff page to another without loading: what was loaded (the tree above all) stays, the address is a page's own all the same.
import { useLayoutEffect } from 'preact/hooks';
import { useStaff } from '../../shell/staff.tsx';
import { arrive, useAddress, useFollowing, visit } from './navigation.ts';
import { addressOf, isStaffPath, type Page, type Route, routeFrom } from './route.ts';

/** The route of the address, drawn anew whenever it changes. */
export function useRoute(): Route {
  return useAddress(() => routeFrom(location.pathname, location.search));
}

/** The address of a route in the page's language, and the ways to go there: `go` is a step that back undoes, `refine` changes the one we are on. */
export function useWays() {
  const { page } = useStaff();
  const address = (route: Partial<Route> & { page: Page }) => page(addressOf(route));
  return {
    address,
    go: (route: Partial<Route> & { page: Page }) => visit(address(route)),
    refine: (route: Partial<Route> & { page: Page }) => visit(address(route), 'replaceState'),
  };
}

/** Follows links between staff pages. */
export function useLinks(route: Route): void {
  useFollowing(isStaffPath, route);
}

/** Keeps the focus on the heading when another takes its place: the one that says that something is being opened goes when it is there. */
export function useHeadingFocus(state: unknown): void {
  const isHere = document.activeElement?.matches('[data-arrive]') ?? false;
  useLayoutEffect(() => {
    if (isHere && !document.activeElement?.matches('[data-arrive]')) arrive();
  }, [state]);
}
