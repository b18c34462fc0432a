// Which rows of a long list are drawn: those in sight, some around them, and the active one wherever it is (assistive technology reads it).
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows drawn beyond what is in sight, so that quick scrolling finds them there. */
const AROUND = 12;

/** The indexes to draw. */
export function drawn(
  { top, height, row }: { top: number; height: number; row: number },
  count: number,
  active: number,
): number[] {
  const first = Math.max(0, Math.floor(top / row) - AROUND);
  const last = Math.min(count, Math.ceil((top + height) / row) + AROUND);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return active < 0 || active >= count || inSight.includes(active) ? inSight : [...inSight, active];
}

/** Where a list must be scrolled to so that a row is in sight; undefined when it is. */
export function scrollFor(
  index: number,
  { top, height, row }: { top: number; height: number; row: number },
): number | undefined {
  if (index * row < top) return index * row;
  if ((index + 1) * row > top + height) return (index + 1) * row - height;
  return undefined;
}

/** The window of a scrolled element, measured; `row` is the height of one row in px, whatever the text size. */
export function useWindow() {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600, row: 44 });
  const measure = () => {
    const list = ref.current;
    if (list === null) return;
    const { scrollTop, clientHeight: height } = list;
    const drawnRow = list.querySelector<HTMLElement>('.tree-row')?.offsetHeight;
    setView((old) => {
      // A list that has become short may have none of its rows in sight until it is measured: a row is as high as it was.
      const row = drawnRow || old.row;
      const top = Math.floor(scrollTop / row) * row;
      return old.top === top && old.height === height && old.row === row ? old : { top, height, row };
    });
  };
  useLayoutEffect(() => {
    measure();
    if (ref.current === null) return;
    const observer = new ResizeObserver(measure);
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  const show = (index: number) => {
    const list = ref.current;
    if (list === null) return;
    const to = scrollFor(index, { top: list.scrollTop, height: list.clientHeight, row: view.row });
    if (to !== undefined) list.scrollTop = to;
  };
  return { ref, view, measure, show };
}
