// What goes into and comes out of every route of one's own account.
import type { RoutesOf } from '../routes.ts';
import type { Shape } from '../shape.ts';
import { acceptClaim } from './claims.ts';
import { changeEmail, confirmEmail } from './emails.ts';
import { changeSelf, deleteSelf, exportSelf, readSelf } from './people.ts';

export const accountShapes = {
  readSelf,
  changeSelf,
  exportSelf,
  deleteSelf,
  changeEmail,
  confirmEmail,
  acceptClaim,
} satisfies Record<RoutesOf<'account'>, Shape>;
