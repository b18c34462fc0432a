// Going from one training view to another without loading; the address is a view's own all the same.
import { useStaff } from '../../../shell/staff.tsx';
import { useAddress, useFollowing, visit } from '../navigation.ts';
import { addressOf, type Place, placeFrom } from './route.ts';

/** The place of the address, drawn anew whenever it changes. */
export function usePlace(): Place {
  return useAddress(() => placeFrom(location.search));
}

/** The address of a place in the page's language, and the way there: a step that back undoes. */
export function useGo() {
  const { page } = useStaff();
  const address = (place: Place) => page(addressOf(place));
  return { address, go: (place: Place) => visit(address(place)) };
}

/** Follows links between the views of this page. */
export function usePlaceLinks(place: Place): void {
  useFollowing((path) => path === location.pathname, place);
}
