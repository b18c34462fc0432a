// The log: one JSON line a request. It holds no address, no id of a person, no query, no body; a fault's message is left out, because
// messages quote what they choke on.

export interface RequestLine {
  level: 'info' | 'error';
  requestId: string;
  audience: string;
  method: string;
  /** The route's name, never the path: paths hold ids. */
  route: string;
  status: number;
  ms: number;
  problem?: string;
}

/** Where lines go; the console of a function, an array in tests. */
export type Sink = (line: string) => void;

export function logRequest(sink: Sink, line: RequestLine): void {
  sink(JSON.stringify(line));
}

/** A line of a stack that is a place in code. The message, which may have lines that look alike, is cut out first. */
const FRAME = /^\s+at .*(?::\d+:\d+\)?|\(<anonymous>\)|\(native\))$/;

/** A fault of ours: its kind, where it was thrown, and the request it belongs to. */
export function logFault(sink: Sink, requestId: string, error: unknown): void {
  const fault = error instanceof Error ? error : new Error('not an error');
  const places = (fault.stack ?? '').replace(fault.message, '');
  const frames = places.split('\n').filter((line) => FRAME.test(line));
  const cause = fault.cause instanceof Error ? fault.cause.name : undefined;
  sink(JSON.stringify({ level: 'error', requestId, fault: fault.name, cause, frames: frames.slice(0, 8) }));
}
