// The keys that were corrected, the latest first, each with how far the grading anew is.
import type { Answer } from '../../../../../../functions/contract/index.ts';
import { useStaff } from '../../../../shell/staff.tsx';
import { momentText } from '../../../me/moment.ts';
import { Nothing, Trouble, Waiting } from '../../parts.tsx';
import { useLoad } from '../../use-load.ts';
import { UnitHeadline } from '../unit-headline.tsx';
import { useMorePages } from '../use-more-pages.ts';
import { useGo } from '../use-place.ts';
import { usePapersWords } from '../use-words.ts';

export function CorrectionsPage({ unit }: { unit: string }) {
  const { t, call } = useStaff();
  const w = usePapersWords();
  const first = useLoad('corrections', () => call('listKeyCorrections', {}));
  const more = useMorePages('', first.value, (cursor) => call('listKeyCorrections', { query: { cursor } }));
  const pages = [first.value, ...more.pages].filter((page) => page !== undefined);
  const corrections = pages.flatMap((page) => page.corrections);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  return (
    <div class="stack">
      <UnitHeadline unit={unit} view="corrections" />
      <p class="soft small">{w.corrections.lead}</p>
      {first.problem && <Trouble problem={first.problem} onRetry={() => void first.reload()} />}
      {first.isLoading && !first.value && <Waiting />}
      {first.value && corrections.length === 0 && <Nothing>{w.corrections.none}</Nothing>}
      {corrections.length > 0 && (
        <section class="card" aria-label={w.views.corrections}>
          <ul class="list">
            {corrections.map((one) => (
              <CorrectionRow key={one.correction} one={one} unit={unit} name={names[one.by] ?? ''} />
            ))}
          </ul>
        </section>
      )}
      {more.problem && <Trouble problem={more.problem} onRetry={() => void more.load()} />}
      {more.hasMore && (
        <button type="button" class="button plain" aria-disabled={more.isLoading} onClick={() => void more.load()}>
          {t.more}
        </button>
      )}
    </div>
  );
}

type Row = Answer<'listKeyCorrections'>['corrections'][number];

function CorrectionRow({ one, unit, name }: { one: Row; unit: string; name: string }) {
  const { words } = useStaff();
  const w = usePapersWords();
  const { address } = useGo();
  const { progress } = one;
  return (
    <li>
      <a class="item correction-row" href={address({ view: 'corrections', unit, correction: one.correction })}>
        <span class="name">
          {w.titled(
            `${one.question} ${w.item.version(one.questionVersion)}`,
            one.credited ? w.corrections.credited : w.corrections.keyText(w.listed(one.key ?? [])),
          )}
        </span>
        <span>
          <span class={progress.state === 'done' ? 'tag over' : 'tag'}>{w.corrections.states[progress.state]}</span>{' '}
          {one.replaced && <span class="tag over">{w.corrections.replaced}</span>}
        </span>
        <span class="small soft">
          {w.corrections.by(name, momentText(one.at, words))} ·{' '}
          {w.corrections.progress(progress.done, progress.changed)}
        </span>
      </a>
    </li>
  );
}
