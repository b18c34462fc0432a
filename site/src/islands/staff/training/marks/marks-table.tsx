// The table of marks, made for the keyboard: arrows go from person to person, a letter says what to mark, and all is saved at once with one reason.
import { useRef, useState } from 'preact/hooks';
import { CODE_KINDS, type CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import { clockText } from '../../../me/moment.ts';
import { Nothing } from '../../parts.tsx';
import { useTeachWords } from '../use-words.ts';
import type { Attending } from './people.ts';
import { SaveMarks } from './save-marks.tsx';

interface Props {
  session: string;
  people: readonly Attending[];
  /** Whether marks can be made by hand here and now. */
  isOpen: boolean;
  /** What staff are called, who made marks. */
  byName: (person: string) => string;
  onChanged: () => Promise<void>;
  onHistory: (one: Attending) => void;
}

/** Letter → what it marks. */
const LETTERS: Readonly<Record<string, CodeKind>> = { i: 'in', o: 'out', m: 'mid' };

export function MarksTable({ session, people, isOpen, byName, onChanged, onHistory }: Props) {
  const w = useTeachWords();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<ReadonlyMap<string, CodeKind>>(new Map());
  const table = useRef<HTMLTableElement>(null);
  const want = (ids: Iterable<string>, kind: CodeKind) => {
    const next = new Map(wanted);
    for (const person of ids) {
      if (next.get(person) === kind) next.delete(person);
      else next.set(person, kind);
    }
    setWanted(next);
  };
  const toggle = (person: string) => setPicked(toggled(picked, person));
  const onKeyDown = (event: KeyboardEvent, person: string) => {
    const kind = event.ctrlKey || event.metaKey || event.altKey ? undefined : LETTERS[event.key.toLowerCase()];
    if (kind !== undefined) want([person], kind);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      step(table.current, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && event.ctrlKey)
      document.querySelector<HTMLElement>('.save-marks textarea')?.focus();
    else return;
    event.preventDefault();
  };
  if (people.length === 0) return <Nothing>{w.report.none}</Nothing>;
  const missing = people.filter(({ own }) => own.now === 'none').map(({ person }) => person);
  return (
    <section class="stack" aria-label={w.courseTabs.marks}>
      {isOpen && (
        <div class="row">
          <button type="button" class="link start" onClick={() => setPicked(new Set(missing))}>
            {missing.length === 0 ? w.marks.noneLeft : w.marks.all}
          </button>
          {picked.size > 0 && <BulkButtons size={picked.size} onPick={(kind) => want(picked, kind)} />}
        </div>
      )}
      {isOpen && <p class="small soft only-wide">{w.marks.keys}</p>}
      <div class="card table-card">
        <table class="grid cards-narrow marks-table" ref={table}>
          <thead>
            <tr>
              {isOpen && (
                <th scope="col">
                  <span class="visually-hidden">{w.marks.columns.pick}</span>
                </th>
              )}
              <th scope="col">{w.marks.columns.name}</th>
              <th scope="col">{w.marks.columns.state}</th>
              {CODE_KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {w.kindNames[kind]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.person} data-wanted={wanted.has(one.person) ? '' : undefined}>
                {isOpen && (
                  <td>
                    <input
                      type="checkbox"
                      class="row-pick"
                      aria-label={one.name}
                      checked={picked.has(one.person)}
                      onChange={() => toggle(one.person)}
                      onKeyDown={(event) => onKeyDown(event, one.person)}
                    />
                  </td>
                )}
                <Cells one={one} wanted={wanted.get(one.person)} byName={byName} onHistory={onHistory} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wanted.size > 0 && (
        <SaveMarks
          session={session}
          wanted={wanted}
          nameOf={(id) => people.find(({ person }) => person === id)?.name ?? id}
          onSaved={async (left) => {
            setWanted(left);
            setPicked(new Set());
            await onChanged();
          }}
          onClear={() => setWanted(new Map())}
        />
      )}
    </section>
  );
}

function BulkButtons({ size, onPick }: { size: number; onPick: (kind: CodeKind) => void }) {
  const w = useTeachWords();
  return (
    <fieldset class="bulk">
      <legend class="small soft">{w.marks.bulk(size)}</legend>
      {CODE_KINDS.map((kind) => (
        <button key={kind} type="button" class="tool" onClick={() => onPick(kind)}>
          {w.kindNames[kind]}
        </button>
      ))}
    </fieldset>
  );
}

interface CellsProps {
  one: Attending;
  wanted: CodeKind | undefined;
  byName: Props['byName'];
  onHistory: Props['onHistory'];
}

function Cells({ one, wanted, byName, onHistory }: CellsProps) {
  const w = useTeachWords();
  const { own, name, isWalkIn } = one;
  return (
    <>
      <th scope="row">
        <button type="button" class="link start" onClick={() => onHistory(one)}>
          {name}
        </button>
        {isWalkIn && <span class="tag over">{w.marks.walkIn}</span>}
      </th>
      <td>
        {w.marks.now[own.now]}
        {wanted && <span class="wanted"> {w.marks.wanted(w.kindNames[wanted])}</span>}
      </td>
      {CODE_KINDS.map((kind) => (
        <td key={kind} data-label={w.kindNames[kind]}>
          {own.standing
            .filter((mark) => mark.kind === kind)
            .map(({ n, at, how, by }) => (
              <span key={n} class="mark-time">
                {clockText(at)}
                {how === 'manual' && (
                  <span class="small soft">
                    {' '}
                    {w.marks.hows.manual} {by !== undefined && byName(by)}
                  </span>
                )}
              </span>
            ))}
        </td>
      ))}
    </>
  );
}

function toggled(set: ReadonlySet<string>, one: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Goes to the next row, or the one before. */
function step(table: HTMLTableElement | null, by: 1 | -1): void {
  const boxes = [...(table?.querySelectorAll<HTMLInputElement>('.row-pick') ?? [])];
  const here = boxes.indexOf(document.activeElement as HTMLInputElement);
  boxes[Math.min(boxes.length - 1, Math.max(0, here + by))]?.focus();
}
