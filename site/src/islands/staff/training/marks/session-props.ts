// What the parts of a session's marks get.
import type { SessionRead, ViewProps } from '../rights.ts';

export type SessionProps = ViewProps & { session: SessionRead };
