// The chapters of a paper, each with how far one is, each a link that starts a drill with the settings chosen.
import { percent, progressOf } from '../../../../functions/domain/practice/progress.ts';
import type { CatalogueSubject } from '../../../../functions/domain/questions/release.ts';
import { questionsOf } from '../../shell/bank.ts';
import { Bar } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { choose, type Settings, startAddress } from '../drill/start.ts';

export function ChapterList({ subject, settings }: { subject: CatalogueSubject; settings: Settings }) {
  const { words, lang } = useShell();
  if (subject.chapters.length === 0) {
    return (
      <section class="card empty">
        <p>{words.practice.preparingHint}</p>
      </section>
    );
  }
  return (
    <section class="card" aria-labelledby="chapters">
      <h2 id="chapters">{words.practice.chapters}</h2>
      <ul class="list">
        <Entry
          name={words.practice.whole}
          questions={questionsOf(subject)}
          address={startAddress({ subject: subject.id }, settings)}
        />
        {subject.chapters.map((chapter) => (
          <Entry
            key={chapter.id}
            name={words.chapter(chapter.number, chapter.name[lang])}
            questions={chapter.questions.map((q) => q.id)}
            address={startAddress({ chapter: chapter.id }, settings)}
            {...(chapter.becomes.length > 0
              ? {
                  note: words.practice.becomes(
                    chapter.becomes.map((next) => next[lang]).join(lang === 'zh' ? '、' : ', '),
                  ),
                }
              : {})}
          />
        ))}
      </ul>
      <p class="small soft">
        {words.practice.edition(subject.edition)}
        {lang === 'zh' ? '。' : '. '}
        {!subject.verified && words.practice.unverified}
      </p>
    </section>
  );
}

function Entry(props: { name: string; questions: string[]; address: string; note?: string }) {
  const { words, page, bank } = useShell();
  const { state } = useJournal();
  const progress = progressOf(state, props.questions);
  const accuracy = words.percent(percent(progress.rights, progress.answers));
  const fitting = choose(new URLSearchParams(props.address), bank, { state, seed: 1 }).questions.length;
  const inside = (
    <>
      <span class="spread">
        <span class="name">{props.name}</span>
        <span class="small soft count">{words.questions(fitting)}</span>
      </span>
      <span class="small soft">
        {progress.covered === 0
          ? words.practice.notDone(progress.total)
          : words.practice.chapterStats(progress.covered, progress.total, accuracy)}
        {props.note !== undefined && `　${props.note}`}
      </span>
      <Bar share={percent(progress.covered, progress.total)} />
    </>
  );
  return (
    <li>
      {fitting === 0 ? (
        <div class="item soft">{inside}</div>
      ) : (
        <a class="item" href={page(`/practice/drill/${props.address}`)}>
          {inside}
        </a>
      )}
    </li>
  );
}
