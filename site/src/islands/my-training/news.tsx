// What changed in one's training since one last looked, on top of the page until one has seen it.
import { useState } from 'preact/hooks';
import { Notice } from '../../shell/parts.tsx';
import type { Mine } from '../training/doors.ts';
import { useTraining } from '../training/training.tsx';
import { type News, newsTexts } from './news-text.ts';

type Changed = Mine & { news: News };

export function NewsCard({ person, enrolments }: { person: string; enrolments: readonly Mine[] }) {
  const { words, t, page, call } = useTraining();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [hasFailed, setFailed] = useState(false);
  const keyOf = ({ course, news }: Changed) => `${course} ${news.upTo}`;
  const changed = enrolments.filter(
    (one): one is Changed => one.news !== undefined && !seen.has(keyOf(one as Changed)),
  );
  if (changed.length === 0) return null;
  const see = () => {
    setFailed(false);
    const body = { seen: changed.slice(0, 50).map(({ course, news }) => ({ course, upTo: news.upTo })) };
    call('seeNews', { params: { person }, body }).then(
      () => setSeen(new Set([...seen, ...changed.map(keyOf)])),
      () => setFailed(true),
    );
  };
  return (
    <section class="card stack-tight" aria-labelledby="news">
      <h2 id="news">{t.news.title}</h2>
      {changed.map((one) => (
        <div key={one.course}>
          <a class="name" href={page(`/course/?c=${one.course}`)}>
            {one.title}
          </a>
          <ul class="bullets">
            {newsTexts(one.news, { words, t }).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      {hasFailed && <Notice trouble>{t.news.failed}</Notice>}
      <div>
        <button type="button" class="button plain" onClick={see}>
          {t.news.seen}
        </button>
      </div>
    </section>
  );
}
