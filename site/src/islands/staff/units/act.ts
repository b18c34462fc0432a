// What every form of a unit's act is given.
import type { UnitRead } from './history.ts';

export interface ActProps {
  unit: UnitRead;
  onChanged: () => Promise<void>;
  onClose: () => void;
}
