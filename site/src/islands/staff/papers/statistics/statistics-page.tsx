// The questions of one paper with their figures, counted from this paper alone.
import { useStaff } from '../../../../shell/staff.tsx';
import { Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';
import type { ViewProps } from '../view-props.ts';
import { ItemTable } from './item-table.tsx';

export function StatisticsPage({ paper: { paper, title, subject } }: ViewProps) {
  const { call } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const { value, problem, reload } = useLoad(`statistics ${paper}`, () =>
    call('readPaperStatistics', { params: { paper } }),
  );
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (value === undefined) return <Waiting />;
  return (
    <>
      <p class="soft small">
        {w.statistics.lead} {w.statistics.few}
      </p>
      <p class="small">
        {w.statistics.ofPaper}{' '}
        <a class="link" href={address({ view: 'bank', subject })}>
          {w.statistics.bank}
        </a>
      </p>
      <ItemTable name={title} items={value.items} chapters={value.chapters} isNumbered />
    </>
  );
}
