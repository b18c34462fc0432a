// Going from one view of the papers' pages to another without loading; the address is a view's own all the same.
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing, visit } from '../navigation.ts';
import { addressOf, type Place, placeFrom } from './route.ts';

/** The place of the address, drawn anew whenever it changes. */
export function usePlace(): Place {
  return useAddress(() => placeFrom(location.search));
}

/** The address of a place in the page's language, and the ways there: `go` is a step that back undoes, `refine` changes the one we are on. */
export function useGo() {
  const { page } = useStaff();
  const address = (place: Place) => page(addressOf(place));
  return {
    address,
    go: (place: Place) => visit(address(place)),
    refine: (place: Place) => visit(address(place), 'replaceState'),
  };
}

/** Follows links between the views of this page. */
export function usePlaceLinks(place: Place): void {
  useFollowing((path) => path === location.pathname, place);
}
