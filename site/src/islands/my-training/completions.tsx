// One's certificates of completion, with the file of each and the page that checks it.

import { addressOf } from '../../api/addresses.ts';
import { Notice } from '../../shell/parts.tsx';
import { hoursText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { type Own, totalText } from './totals.ts';

export function Completions({ person }: { person: string }) {
  const { words, t, call } = useTraining();
  const loaded = useLoad(person, () => call('listMyCompletions', { params: { person } }));
  return (
    <section class="card" aria-labelledby="completions">
      <h2 id="completions">{t.mine.completions}</h2>
      {loaded.state === 'loading' && <p class="soft">{t.loading}</p>}
      {loaded.state === 'failed' && (
        <>
          <Notice trouble>{t.mine.completionsFailed}</Notice>
          <button type="button" class="button plain" onClick={loaded.again}>
            {words.retry}
          </button>
        </>
      )}
      {loaded.state === 'ready' && <List completions={loaded.answer.completions} />}
    </section>
  );
}

function List({ completions }: { completions: readonly Own[] }) {
  const { t } = useTraining();
  if (completions.length === 0) return <p class="soft">{t.mine.completionsNone}</p>;
  return (
    <>
      <p>{t.mine.total(totalText(completions))}</p>
      <ul class="list">
        {completions.map((one) => (
          <Line key={one.number} completion={one} />
        ))}
      </ul>
    </>
  );
}

function Line({ completion }: { completion: Own }) {
  const { words, t, page } = useTraining();
  const { number, course, issuer, from, to, minutes, minutesPerHour, status } = completion;
  const file = addressOf('completionFile').path.replace(':number', number);
  return (
    <li class="item">
      <span class="name">{course}</span>
      <span class="small">
        {t.mine.hours(hoursText(minutes, minutesPerHour))}　{words.date(from)}
        {to !== from && ` – ${words.date(to)}`}
      </span>
      <span class="small soft">
        {issuer}　{number}　{t.mine.statuses[status]}
      </span>
      <span class="row">
        {status === 'valid' && (
          <a class="tool" href={file} download={`${number}.pdf`}>
            {t.mine.pdf}
          </a>
        )}
        <a class="tool" href={page(`/verify/?n=${number}`)}>
          {t.mine.check}
        </a>
      </span>
    </li>
  );
}
