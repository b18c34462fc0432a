// One's hours of continuing education on the page of one's own training: the ring, what is missing, and the way to the whole ledger.
import { Notice } from '../../shell/parts.tsx';
import { hoursEn } from '../../words/en-hours.ts';
import { hoursZh } from '../../words/zh-hours.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { type HoursSaid, noneText, standing } from './figures.ts';
import { Ring } from './ring.tsx';
import type { LedgerRead } from './said.ts';

export function HoursCard({ person }: { person: string }) {
  const { lang, words, page, call } = useTraining();
  const said = { words, w: lang === 'zh' ? hoursZh : hoursEn };
  const loaded = useLoad(person, () => call('readLedger', { params: { person }, query: {} }));
  return (
    <section class="card" aria-labelledby="hours">
      <h2 id="hours">{said.w.title}</h2>
      {loaded.state === 'loading' && <p class="soft">{words.loading}</p>}
      {loaded.state === 'failed' && (
        <>
          <Notice trouble>{said.w.failed}</Notice>
          <div>
            <button type="button" class="button plain" onClick={loaded.again}>
              {words.retry}
            </button>
          </div>
        </>
      )}
      {loaded.state === 'ready' && <Standing read={loaded.answer} said={said} />}
      <div>
        <a class="button plain" href={page('/ledger/')}>
          {said.w.open}
        </a>
      </div>
    </section>
  );
}

function Standing({ read, said }: { read: LedgerRead; said: HoursSaid }) {
  const { words, w } = said;
  const waiting = read.entries.filter(({ state }) => state === 'proposed').length;
  const { ledger } = read;
  return (
    <>
      {ledger === undefined ? (
        <p>{noneText(read, said)}</p>
      ) : (
        <div class="ring-row">
          <Ring figures={ledger} said={said} />
          <div class="stack-tight">
            <p class="mid">{standing(ledger, read.today, said)}</p>
            <p class="small soft">
              {[
                words.levelNames[ledger.level],
                w.periodText(words.date(ledger.period.from), words.date(ledger.period.last)),
              ].join('　')}
            </p>
          </div>
        </div>
      )}
      {waiting > 0 && <p class="small">{w.waiting(waiting)}</p>}
    </>
  );
}
