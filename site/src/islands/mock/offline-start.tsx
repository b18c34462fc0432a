// Beginning a paper that was taken along: its rules, that it is an offline self-test, and the start, all without a network.
import { useEffect, useState } from 'preact/hooks';
import { allowedMs } from '../../../../functions/domain/attempts/attempt.ts';
import { startOffline } from '../../exam/offline.ts';
import { listPrepared, type Prepared, putPrepared } from '../../journal/mock-kept.ts';
import { Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { examEnv } from './exam-env.ts';
import { durationText } from './figures.ts';
import { subjectName } from './names.ts';
import { Scoring } from './rules.tsx';
import { openSealed } from './sealed.ts';
import { useMockWords } from './use-mock-words.ts';

export function OfflineStart({ person, attempt }: { person: string; attempt: string }) {
  const { words } = useShell();
  const t = useMockWords();
  const [paper, setPaper] = useState<Prepared | 'loading' | 'none'>('loading');
  useEffect(() => {
    void listPrepared(person).then(
      (all) => setPaper(all.find((one) => one.attempt === attempt) ?? 'none'),
      () => setPaper('none'),
    );
  }, [person, attempt]);
  if (paper === 'loading') return <p class="waiting">{words.loading}</p>;
  if (paper === 'none') return <Notice>{t.start.none}</Notice>;
  return <Ready paper={paper} />;
}

function Ready({ paper }: { paper: Prepared }) {
  const { words, lang, bank } = useShell();
  const t = useMockWords();
  const form = paper.form;
  const name = `${subjectName(paper.subject, { list: bank.catalogue, lang })} · ${t.forms[form]}`;
  const time = durationText(allowedMs(paper.minutes, paper.factor), t);
  return (
    <>
      <div>
        <h1>{name}</h1>
        <p class="row">
          <span class="mock-tag">{t.history.offline}</span>
          <span class="soft">{t.listed([words.questions(paper.questions), time])}</span>
        </p>
      </div>
      <section class="card" aria-labelledby="rules">
        <h2 id="rules">{t.start.rules}</h2>
        <ul class="told">
          {t.offline.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <Scoring form={paper.answered} />
      </section>
      <Begin paper={paper} time={time} />
    </>
  );
}

function Begin({ paper, time }: { paper: Prepared; time: string }) {
  const { page, now } = useShell();
  const t = useMockWords();
  const [trouble, setTrouble] = useState<string | undefined>();
  const isPast = paper.until < now();
  const begin = async () => {
    setTrouble(undefined);
    const asked = await openSealed(paper).catch(() => undefined);
    if (asked === undefined) return setTrouble(t.offline.broken);
    const { attempt, owner: person, subject, form, minutes, factor } = paper;
    try {
      await startOffline(examEnv(), { attempt, person, subject, form, minutes, factor, asked });
      await putPrepared({ ...paper, begunAt: paper.begunAt ?? now() });
    } catch {
      return setTrouble(t.offline.notKept);
    }
    location.assign(page(`/mock/sit/?attempt=${attempt}`));
  };
  return (
    <section class="card mock-go" aria-label={t.offline.begin}>
      <p>{isPast ? t.offline.gone : t.start.sure(time)}</p>
      {trouble && <Notice trouble>{trouble}</Notice>}
      {!isPast && (
        <button type="button" class="button wide huge" onClick={() => void begin()}>
          {t.offline.begin}
        </button>
      )}
    </section>
  );
}
