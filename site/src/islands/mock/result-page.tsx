// The result: the mark and the pass line first, then why; or, until it is released, that it waits and is safe.
import { useEffect } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { GUEST } from '../../journal/db.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { useLoad } from '../staff/use-load.ts';
import { LateAnswers, Times } from './answers-told.tsx';
import { ByChapter, ByKind } from './breakdown.tsx';
import { momentIn } from './figures.ts';
import { MarkCard } from './mark-card.tsx';
import { nameOf } from './names.ts';
import { Compared, EstimateCard, Weak } from './outlook.tsx';
import { BackLink, Failed, Guest } from './parts.tsx';
import { QuestionCard } from './question-card.tsx';
import { RankingCard } from './ranking-card.tsx';
import { useMockWords } from './use-mock-words.ts';
import type { Head, Result, ResultAnswer } from './wire.ts';

export function ResultPage() {
  const { words, call } = useShell();
  const t = useMockWords();
  const { profile } = useJournal();
  const attempt = new URLSearchParams(location.search).get('attempt') ?? '';
  const to = `/mock/result/${location.search}`;
  return (
    <div class="stack mock-result">
      <BackLink />
      {profile === GUEST && (
        <>
          <h1>{t.result.title}</h1>
          <Guest to={to} />
        </>
      )}
      {profile !== GUEST && call === undefined && <p class="waiting">{words.loading}</p>}
      {profile !== GUEST && call && <Own key={`${profile} ${attempt}`} attempt={attempt} call={call} to={to} />}
    </div>
  );
}

function Own({ attempt, call, to }: { attempt: string; call: Call; to: string }) {
  const { words, sync } = useShell();
  const { value, problem, reload } = useLoad(attempt, () => call('readResult', { params: { attempt }, query: {} }));
  const isReleased = value?.result !== undefined;
  useEffect(() => {
    // The server has put the answers into the journal: the wrong book of this browser takes them in.
    if (isReleased) void sync?.flush();
  }, [isReleased]);
  if (problem) return <Failed problem={problem} to={to} onAgain={() => void reload()} />;
  if (value === undefined) return <p class="waiting">{words.loading}</p>;
  return <Shown answer={value} call={call} onAgain={() => void reload()} />;
}

function Shown({ answer, call, onAgain }: { answer: ResultAnswer; call: Call; onAgain: () => void }) {
  const { words, lang, bank } = useShell();
  const t = useMockWords();
  const { attempt, result } = answer;
  const facts = [momentIn(attempt.startedAt, answer.now, words), t.modes[attempt.mode], t.states[attempt.state]];
  if (attempt.factor > 100) facts.push(t.result.factor(attempt.factor));
  return (
    <>
      <div>
        <h1>{nameOf(attempt, { list: bank.catalogue, lang, t })}</h1>
        <p class="soft">{t.listed(facts)}</p>
      </div>
      {attempt.offline && <Notice>{t.result.offline}</Notice>}
      {result === undefined ? (
        <Waiting answer={answer} onAgain={onAgain} />
      ) : (
        <Released attempt={attempt} result={result} call={call} now={answer.now} />
      )}
    </>
  );
}

function Waiting({ answer, onAgain }: { answer: ResultAnswer; onAgain: () => void }) {
  const { words, page } = useShell();
  const t = useMockWords();
  const { attempt, resultAt, now } = answer;
  if (attempt.state === 'voided') return <Notice>{t.result.voided}</Notice>;
  if (attempt.state === 'open') {
    return (
      <div class="card empty">
        <p>{t.result.openStill}</p>
        <a class="button" href={page(`/mock/sit/?attempt=${attempt.attempt}`)}>
          {t.open.goOn}
        </a>
      </div>
    );
  }
  return (
    <div class="card empty" role="status">
      <h2>{t.result.waiting}</h2>
      {resultAt !== undefined && <p>{t.result.waitingAt(momentIn(resultAt, now, words))}</p>}
      <p>{t.result.waitingHint}</p>
      <button type="button" class="button plain" onClick={onAgain}>
        {t.result.check}
      </button>
    </div>
  );
}

function Released({ attempt, result, call, now }: { attempt: Head; result: Result; call: Call; now: string }) {
  const t = useMockWords();
  return (
    <>
      {attempt.state === 'voided' && <Notice>{t.result.voided}</Notice>}
      <MarkCard attempt={attempt} result={result} now={now} />
      <div class="mock-columns">
        <div class="stack">
          <ByKind result={result} />
          <ByChapter result={result} />
          <QuestionCard attempt={attempt} result={result} />
          <Times attempt={attempt} result={result} />
          <LateAnswers result={result} />
        </div>
        <div class="stack">
          <Compared result={result} />
          <EstimateCard attempt={attempt} result={result} call={call} />
          <Weak result={result} />
          {attempt.paper !== undefined && <RankingCard paper={attempt.paper} call={call} />}
        </div>
      </div>
    </>
  );
}
