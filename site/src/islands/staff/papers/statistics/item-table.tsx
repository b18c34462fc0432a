// Questions with their figures: filters, an order, flags as words; a question opens with its key and its options beside the figures.
import { useState } from 'preact/hooks';
import { Select } from '../../../../shell/parts.tsx';
import { useStaff } from '../../../../shell/staff.tsx';
import { Filters, Nothing } from '../../parts.tsx';
import { SaveButtons } from '../../training/export/save-buttons.tsx';
import { percentOf } from '../figures.ts';
import { usePapersWords } from '../use-words.ts';
import { ItemDetail } from './item-detail.tsx';
import {
  type Chapters,
  type FlagName,
  filtered,
  flagsIn,
  type Item,
  indexText,
  inOrder,
  itemSheets,
  NO_FILTER,
  SORTS,
  type Sort,
  type Wanted,
} from './items.ts';

interface Props {
  name: string;
  items: readonly Item[];
  chapters: Chapters;
  /** Whether they are numbered: the questions of a paper. */
  isNumbered: boolean;
}

const COLUMNS = ['question', 'asked', 'facility', 'discrimination', 'efficiency', 'flags'] as const;

export function ItemTable({ name, items, chapters, isNumbered }: Props) {
  const { lang } = useStaff();
  const w = usePapersWords();
  const [wanted, setWanted] = useState<Wanted>(NO_FILTER);
  const [sort, setSort] = useState<Sort>('flags');
  if (items.length === 0) return <Nothing>{w.statistics.none}</Nothing>;
  const shown = inOrder(filtered(items, wanted), sort);
  return (
    <section class="stack" aria-label={name}>
      <ItemFilters {...{ items, chapters, wanted, setWanted, sort, setSort, isNumbered }} />
      <div class="list-actions">
        <p class="small soft" role="status">
          {w.statistics.shown(shown.length, items.length)}
        </p>
        <SaveButtons
          file={w.statistics.file(name)}
          sheets={() => itemSheets(shown, { name, chapters, lang, w })}
          words={w.exports}
        />
      </div>
      <div class="card table-card">
        <table class="grid cards-narrow item-table">
          <caption class="visually-hidden">{w.statistics.file(name)}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th scope="col" key={column}>
                  {w.statistics.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <ItemRow key={`${item.id} ${item.version}`} item={item} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ItemRow({ item }: { item: Item }) {
  const { words } = useStaff();
  const w = usePapersWords();
  const [isOpen, setOpen] = useState(false);
  const { columns } = w.statistics;
  const name = item.n === undefined ? item.id : w.item.n(item.n);
  const id = `item-${item.id}-${item.version}`;
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="link start"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={w.statistics.open(name)}
            onClick={() => setOpen(!isOpen)}
          >
            {name}
          </button>
          <span class="small soft under">
            {w.kinds[item.kind]}
            {item.version > 1 && ` · ${w.item.version(item.version)}`}
            {item.question && ` · ${shortened(item.question.stem)}`}
          </span>
        </th>
        <td data-label={columns.asked}>{item.asked}</td>
        <td data-label={columns.facility}>{words.percent(percentOf(item.facility))}</td>
        <td data-label={columns.discrimination}>{indexText(item.discrimination)}</td>
        <td data-label={columns.efficiency}>{indexText(item.efficiency)}</td>
        <td>
          {flagsIn([item]).map(({ flag }) => (
            <span key={flag} class="tag flag">
              {w.statistics.flags[flag].name}
            </span>
          ))}
        </td>
      </tr>
      {isOpen && (
        <tr class="detail-row">
          <td colSpan={COLUMNS.length} id={id}>
            <ItemDetail item={item} />
          </td>
        </tr>
      )}
    </>
  );
}

const STEM_MOST = 26;

function shortened(stem: string): string {
  return stem.length > STEM_MOST ? `${stem.slice(0, STEM_MOST)}…` : stem;
}

interface FilterProps extends Omit<Props, 'name'> {
  wanted: Wanted;
  setWanted: (wanted: Wanted) => void;
  sort: Sort;
  setSort: (sort: Sort) => void;
}

function ItemFilters({ items, chapters, wanted, setWanted, sort, setSort, isNumbered }: FilterProps) {
  const { lang } = useStaff();
  const w = usePapersWords();
  const { filters, any, anyFlag, noFlag, flags, sorts, sortBy } = w.statistics;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const used = new Set(items.map(({ chapter }) => chapter));
  const flagOptions: { value: Wanted['flag']; text: string }[] = [
    { value: 'all', text: any },
    { value: 'any', text: anyFlag },
    ...flagsIn(items).map(({ flag, n }) => ({ value: flag as FlagName, text: `${flags[flag].name}（${n}）` })),
    { value: 'none', text: noFlag },
  ];
  return (
    <Filters isSet={wanted !== NO_FILTER}>
      <Select
        label={filters.flag}
        value={wanted.flag}
        options={flagOptions}
        onPick={(flag) => setWanted({ ...wanted, flag })}
      />
      <Select
        label={filters.chapter}
        value={wanted.chapter}
        options={[
          { value: '', text: any },
          ...chapters.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ value: id, text: name[lang] })),
        ]}
        onPick={(chapter) => setWanted({ ...wanted, chapter })}
      />
      <Select
        label={filters.kind}
        value={wanted.kind}
        options={[{ value: '', text: any }, ...kinds.map((kind) => ({ value: kind as string, text: w.kinds[kind] }))]}
        onPick={(kind) => setWanted({ ...wanted, kind })}
      />
      <Select
        label={sortBy}
        value={sort}
        options={SORTS.filter((one) => one !== 'n' || isNumbered).map((value) => ({ value, text: sorts[value] }))}
        onPick={setSort}
      />
    </Filters>
  );
}
