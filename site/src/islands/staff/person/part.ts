// What every part of a person's page is given, and every form in it.
import type { Known } from './use-person.ts';

export interface PartProps {
  known: Known;
  onChanged: () => Promise<void>;
}

export interface PartFormProps extends PartProps {
  onClose: () => void;
}
