// The tree on the page: only the rows in sight are drawn, the keyboard moves an active row, the focus stays on the tree itself.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '../../../../../functions/domain/time.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { isTyping, type Move, moveFor, rowTyped, typedWith } from './keys.ts';
import { ancestorsIn, type Seen, seenRows, type TreeIndex } from './rows.ts';
import { drawn, useWindow } from './window.ts';

interface Props {
  index: TreeIndex;
  /** Only these are shown, all open: what a search has found. */
  kept: ReadonlySet<string> | undefined;
  selected: string | undefined;
  isBusy: boolean;
  /** `byKey`: with the keyboard, and so wanting to go there. */
  onChoose: (id: string, byKey: boolean) => void;
}

const HEADING = 'tree-heading';

export function TreeView({ index, kept, selected, isBusy, onChoose }: Props) {
  const open = useOpen(index, selected);
  const rows = useMemo(() => seenRows(index, open.ids, kept), [index, open.ids, kept]);
  const [active, setActive] = useState(selected);
  const at = rows.findIndex(({ id }) => id === active);
  const { ref, view, measure, show } = useWindow();
  useEffect(() => setActive((old) => selected ?? old), [selected]);
  // Before it is drawn: a list that has become short would else be seen empty for a moment, scrolled to where its rows no longer are.
  useLayoutEffect(() => {
    measure();
    if (at >= 0) show(at);
  }, [at, rows]);

  const run = (move: Move) => {
    if (move.kind === 'go') setActive(move.to);
    if (move.kind === 'open') open.add(move.ids);
    if (move.kind === 'close') open.remove(move.ids);
    if (move.kind === 'choose') onChoose(move.id, true);
  };
  const type = useTypeAhead();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveFor(event.key, rows, active);
    const isHandled = move.kind !== 'none' || isTyping(event.key);
    if (isHandled) event.preventDefault();
    if (move.kind !== 'none') return run(move);
    const nameOf = (id: string) => index.rows.get(id)?.name ?? '';
    if (isTyping(event.key)) setActive(rowTyped(type(event), { rows, active, nameOf }) ?? active);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[role="treeitem"]')?.dataset.id;
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return;
    ref.current?.focus({ preventScroll: true });
    setActive(row.id);
    if (target.closest('.tree-mark') === null || row.isOpen === undefined) onChoose(row.id, false);
    else run({ kind: row.isOpen ? 'close' : 'open', ids: [row.id] });
  };
  return (
    <div
      class="tree"
      role="tree"
      ref={ref}
      tabIndex={0}
      aria-labelledby={HEADING}
      aria-activedescendant={at < 0 ? undefined : `unit-${active}`}
      aria-busy={isBusy}
      onFocus={() => setActive((old) => old ?? rows[0]?.id)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onScroll={measure}
    >
      <div class="tree-space" role="none" style={{ height: `${rows.length * view.row}px` }}>
        {drawn(view, rows.length, at).map((i) => (
          <TreeRow key={rows[i]?.id} row={rows[i]} index={index} top={i * view.row} {...{ active, selected }} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: Seen | undefined;
  index: TreeIndex;
  top: number;
  active: string | undefined;
  selected: string | undefined;
}

function TreeRow({ row, index, top, active, selected }: RowProps) {
  const { t, today } = useStaff();
  const unit = row && index.rows.get(row.id);
  if (row === undefined || unit === undefined) return null;
  return (
    <div
      class="tree-row"
      role="treeitem"
      id={`unit-${row.id}`}
      data-id={row.id}
      tabIndex={-1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.isOpen}
      aria-selected={row.id === selected}
      data-active={row.id === active ? '' : undefined}
      data-closed={isOver(unit.closed, today) ? '' : undefined}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: `calc(${row.level - 1} * var(--indent))` }}
    >
      <span class="tree-mark" aria-hidden="true" data-open={row.isOpen} />
      <span class="tree-name">{unit.name}</span>
      {unit.closed !== undefined && <span class="tree-closed small">{t.unit.closing(unit.closed <= today)}</span>}
      <span class="tree-kind small soft">{t.kinds[unit.kind]}</span>
    </div>
  );
}

function isOver(closed: Day | undefined, today: Day): boolean {
  return closed !== undefined && closed <= today;
}

/** The open units: at first the top ones, and whatever leads to the unit selected. */
function useOpen(index: TreeIndex, selected: string | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | undefined>();
  const [led, setLed] = useState<readonly string[]>([]);
  useEffect(() => {
    if (selected !== undefined) setLed(ancestorsIn(index, selected).slice(1));
  }, [index, selected]);
  const top = index.below(null);
  const ids = useMemo(() => new Set([...(chosen ?? (top.length === 1 ? top : [])), ...led]), [chosen, led, top]);
  return {
    ids,
    add: (more: readonly string[]) => setChosen(new Set([...ids, ...more])),
    remove: (less: readonly string[]) => {
      setLed(led.filter((id) => !less.includes(id)));
      setChosen(new Set([...ids].filter((id) => !less.includes(id))));
    },
  };
}

/** What was typed towards a name, with the browser's own time of each key. */
function useTypeAhead() {
  const typed = useRef({ text: '', atMs: 0 });
  return ({ key, timeStamp }: KeyboardEvent) => {
    typed.current = typedWith(typed.current, key, timeStamp);
    return typed.current.text;
  };
}
