// 离线自测: taking a paper along, and what has been taken: begin it, go on, upload it, delete it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../../../functions/domain/time.ts';
import { ApiProblem, type Call } from '../../api/client.ts';
import { Notice, Select } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { subjectName } from './names.ts';
import { problemText } from './parts.tsx';
import { takeAlong } from './take-along.ts';
import { useMockWords } from './use-mock-words.ts';
import type { PreparedPapers, Taken } from './use-prepared.ts';
import type { List } from './wire.ts';

interface Props {
  /** Missing without a network: then there is nothing to fetch, and what was taken along can be sat. */
  list: List | undefined;
  person: string;
  call: Call;
  prepared: PreparedPapers;
}

export function OfflineCard({ list, person, call, prepared }: Props) {
  const t = useMockWords();
  useFinished(prepared);
  return (
    <section class="card mock-offline" aria-labelledby="offline">
      <h2 id="offline">{t.offline.title}</h2>
      <p class="small soft">{t.offline.lead}</p>
      {!prepared.kept && <Notice>{t.offline.notKept}</Notice>}
      {prepared.papers.length > 0 && (
        <>
          <h3>{t.offline.prepared}</h3>
          <ul class="list">
            {prepared.papers.map((taken) => (
              <Entry key={taken.paper.attempt} taken={taken} prepared={prepared} />
            ))}
          </ul>
        </>
      )}
      {list && prepared.kept && <Get list={list} person={person} call={call} onGot={prepared.reload} />}
    </section>
  );
}

/** Coming from a sitting that has just ended, it is uploaded at once, and its result opened. */
function useFinished({ papers, upload }: PreparedPapers) {
  const { page } = useShell();
  const isTried = useRef(false);
  useEffect(() => {
    const ended = new URLSearchParams(location.search).get('offline');
    const taken = papers.find(({ paper, stage }) => paper.attempt === ended && stage === 'over');
    if (taken === undefined || isTried.current) return;
    isTried.current = true;
    upload(taken.paper).then(
      () => location.replace(page(`/mock/result/?attempt=${taken.paper.attempt}`)),
      // It stays on the list, with a button to try again.
      () => undefined,
    );
  }, [papers]);
}

function Get({ list, person, call, onGot }: { list: List; person: string; call: Call; onGot: () => Promise<void> }) {
  const { words, lang, now, newId, toast } = useShell();
  const t = useMockWords();
  const [chosen, setChosen] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const choices = list.subjects.flatMap((subject) =>
    subject.forms
      .filter(({ lacking }) => lacking.length === 0)
      .map((form) => ({
        value: `${subject.id} ${form.form}`,
        text: t.offline.option(subject.name[lang], t.forms[form.form], form.minutes),
        subject: subject.id,
        form: form.form,
        answered: form.answered,
      })),
  );
  const choice = choices.find(({ value }) => value === chosen) ?? choices[0];
  if (choice === undefined) return null;
  const get = async () => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const { subject, form, answered } = choice;
      const got = await takeAlong(call, { person, subject, form, answered, factor: 100, now: now(), newId });
      if (!got) return setTrouble(t.start.lacking);
      toast(t.offline.got);
      await onGot();
    } catch (error) {
      setTrouble(error instanceof ApiProblem ? problemText(error, { words, t }) : t.offline.notKept);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="stack-tight">
      <Select label={t.offline.which} value={choice.value} options={choices} onPick={setChosen} />
      {trouble && <Notice trouble>{trouble}</Notice>}
      <div>
        <button type="button" class="button plain" aria-disabled={isBusy} onClick={() => void get()}>
          {isBusy ? t.offline.getting : t.offline.get}
        </button>
      </div>
    </div>
  );
}

function Entry({ taken, prepared }: { taken: Taken; prepared: PreparedPapers }) {
  const { words, lang, bank, now, page } = useShell();
  const t = useMockWords();
  const { paper, stage } = taken;
  const isPast = paper.until < now();
  const name = `${subjectName(paper.subject, { list: bank.catalogue, lang })} · ${t.forms[paper.form]}`;
  const facts = [words.questions(paper.questions), t.minutes(paper.minutes)];
  return (
    <li class="mock-entry">
      <div class="spread">
        <span class="name">{name}</span>
        <span class="mock-tag small count">{t.history.offline}</span>
      </div>
      <p class="small soft">{t.listed(facts)}</p>
      <p class="small">{isPast ? t.offline.gone : t.offline.until(words.day(dayOf(paper.until)))}</p>
      <div class="row">
        {stage === 'over' && <Upload taken={taken} prepared={prepared} />}
        {stage === 'begun' && (
          <a class="button" href={page(`/mock/sit/?attempt=${paper.attempt}`)}>
            {t.offline.goOn}
          </a>
        )}
        {stage === 'sealed' && !isPast && (
          <a class="button" href={page(`/mock/start/?offline=${paper.attempt}`)}>
            {t.offline.start}
          </a>
        )}
        <Remove taken={taken} prepared={prepared} name={name} />
      </div>
    </li>
  );
}

function Upload({ taken, prepared }: { taken: Taken; prepared: PreparedPapers }) {
  const { words, page } = useShell();
  const t = useMockWords();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | undefined>();
  const upload = async () => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await prepared.upload(taken.paper);
      location.assign(page(`/mock/result/?attempt=${taken.paper.attempt}`));
    } catch (error) {
      const isRuled = error instanceof ApiProblem && error.code === 'refused';
      setTrouble(isRuled ? problemText(error, { words, t }) : t.offline.uploadFailed);
      setBusy(false);
    }
  };
  return (
    <>
      <p role="status">{t.offline.waiting}</p>
      {trouble && <Notice trouble>{trouble}</Notice>}
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => void upload()}>
        {isBusy ? t.offline.uploading : t.offline.upload}
      </button>
    </>
  );
}

function Remove({ taken, prepared, name }: { taken: Taken; prepared: PreparedPapers; name: string }) {
  const { words, toast } = useShell();
  const t = useMockWords();
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) text.current?.focus();
  }, [isAsked]);
  const cancel = () => {
    setAsked(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const remove = async () => {
    await prepared.remove(taken.paper);
    toast(t.offline.removed);
  };
  if (!isAsked) {
    return (
      <button
        type="button"
        class="button plain"
        ref={opener}
        aria-label={`${t.offline.remove}：${name}`}
        onClick={() => setAsked(true)}
      >
        {t.offline.remove}
      </button>
    );
  }
  return (
    <div class="stack-tight confirm" ref={text} tabIndex={-1}>
      <p>{taken.stage === 'sealed' ? t.offline.removeAsk : t.offline.removeAskBegun}</p>
      <div class="row">
        <button type="button" class="button danger" onClick={() => void remove()}>
          {t.offline.removeYes}
        </button>
        <button type="button" class="button plain" onClick={cancel}>
          {words.drill.cancel}
        </button>
      </div>
    </div>
  );
}
