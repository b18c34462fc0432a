import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps each change of what is typed before the browser does anything else: an effect that waits for the next
 * frame would lose the last stroke to a tab closed at once. What a form starts with is not written.
 */
export function useKept<Value>(value: Value, keep: (value: Value) => void): void {
  const start = useRef(value);
  useLayoutEffect(() => {
    if (value !== start.current) keep(value);
  }, [value]);
}
