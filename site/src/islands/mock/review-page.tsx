// The review of a paper: its questions one by one, with one's own answer, the key, every reason and the marks. The address keeps where one is.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { GUEST } from '../../journal/db.ts';
import { keepReviewed } from '../../journal/mock-kept.ts';
import { Choice, Notice, Select } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { useLoad } from '../staff/use-load.ts';
import { EssayReview } from './essay-review.tsx';
import { SIGNS, toneOf } from './lines.ts';
import { nameOf } from './names.ts';
import { ObjectiveReview } from './objective-review.tsx';
import { BackLink, Failed, Guest } from './parts.tsx';
import { labelOf } from './question-card.tsx';
import { forBook } from './review-shown.ts';
import { addressOf, FILTERS, fitting, type Opened, type View, viewFrom } from './review-view.ts';
import { useMockWords } from './use-mock-words.ts';

export function ReviewPage() {
  const { words, call } = useShell();
  const t = useMockWords();
  const { profile } = useJournal();
  const attempt = new URLSearchParams(location.search).get('attempt') ?? '';
  return (
    <div class="stack mock-review">
      {profile === GUEST && (
        <>
          <BackLink />
          <h1>{t.review.title}</h1>
          <Guest to={`/mock/review/${location.search}`} />
        </>
      )}
      {profile !== GUEST && call === undefined && <p class="waiting">{words.loading}</p>}
      {profile !== GUEST && call && <Own key={profile} person={profile} attempt={attempt} call={call} />}
    </div>
  );
}

/** What the page shows, put together from three answers; flags are worth having and not worth failing for. */
async function opened(call: Call, attempt: string): Promise<Opened | 'closed'> {
  const params = { attempt };
  const { attempt: head, result } = await call('readResult', { params, query: {} });
  if (result === undefined || !result.review) return 'closed';
  const [{ questions }, sheet] = await Promise.all([
    call('readReview', { params, query: {} }),
    call('readAttempt', { params, query: {} }).catch(() => undefined),
  ]);
  const flagged = new Set(sheet?.answers.filter((one) => one.flagged).map(({ n }) => n));
  return { head, result, questions, flagged };
}

function Own({ person, attempt, call }: { person: string; attempt: string; call: Call }) {
  const { words, page } = useShell();
  const t = useMockWords();
  const { value, problem, reload } = useLoad(attempt, () => opened(call, attempt));
  useEffect(() => {
    // The wrong book of this browser shows them without a network, too. Where nothing is kept it asks again.
    if (value !== undefined && value !== 'closed') keepReviewed(person, forBook(value)).catch(() => undefined);
  }, [value]);
  if (problem) {
    return <Failed problem={problem} to={`/mock/review/${location.search}`} onAgain={() => void reload()} />;
  }
  if (value === undefined) return <p class="waiting">{words.loading}</p>;
  if (value === 'closed') {
    return (
      <div class="card empty">
        <p>{t.review.closed}</p>
        <a class="button plain" href={page(`/mock/result/?attempt=${attempt}`)}>
          {t.review.toResult}
        </a>
      </div>
    );
  }
  return <Shown opened={value} call={call} onMarked={() => void reload()} />;
}

function Shown({ opened: held, call, onMarked }: { opened: Opened; call: Call; onMarked: () => void }) {
  const { lang, page, bank } = useShell();
  const t = useMockWords();
  const { view, set } = useView();
  // On a phone the question comes first; what is chosen stands folded above it, in one line.
  const [isWide] = useState(() => matchMedia('(min-width: 800px)').matches);
  const numbers = fitting(view, held);
  const n = numbers.includes(view.n) ? view.n : numbers[0];
  return (
    <>
      <div>
        <a class="mock-back" href={page(`/mock/result/?attempt=${held.head.attempt}`)}>
          ‹ {t.review.toResult}
        </a>
        <h1>{nameOf(held.head, { list: bank.catalogue, lang, t })}</h1>
      </div>
      <div class="mock-review-panes">
        <div class="stack-tight mock-side">
          <details class="card fold slim" open={isWide}>
            <summary>
              {t.review.filter}：{t.review.filters[view.filter]}
              <span class="small soft" role="status">
                {t.review.count(numbers.length, held.result.lines.length)}
              </span>
            </summary>
            <div class="stack">
              <Filters opened={held} view={view} onSet={set} />
              <Numbers opened={held} numbers={numbers} n={n} onGo={(next) => set({ n: next })} />
            </div>
          </details>
        </div>
        {n === undefined ? (
          <p class="card empty">{t.review.none}</p>
        ) : (
          <One
            key={n}
            opened={held}
            n={n}
            numbers={numbers}
            call={call}
            onGo={(next) => set({ n: next })}
            onMarked={onMarked}
          />
        )}
      </div>
    </>
  );
}

function useView() {
  const [view, setView] = useState<View>(() => viewFrom(new URLSearchParams(location.search)));
  const set = (change: Partial<View>) => {
    const next = { ...view, ...change };
    history.replaceState(null, '', addressOf(next, new URLSearchParams(location.search).get('attempt') ?? ''));
    setView(next);
  };
  return { view, set };
}

interface FilterProps {
  opened: Opened;
  view: View;
  onSet: (change: Partial<View>) => void;
}

function Filters({ opened: { result }, view, onSet }: FilterProps) {
  const { lang } = useShell();
  const t = useMockWords();
  const asked = new Set(result.lines.map(({ chapter }) => chapter));
  const chapters = result.chapters
    .filter(({ id }) => asked.has(id))
    .map(({ id, name }) => ({ value: id, text: name[lang] }));
  return (
    <div class="stack-tight">
      <Choice
        legend={t.review.filter}
        name="filter"
        options={FILTERS}
        label={(filter) => t.review.filters[filter]}
        value={view.filter}
        onPick={(filter) => onSet({ filter })}
      />
      <Select
        label={t.review.chapter}
        value={view.chapter}
        options={[{ value: 'all', text: t.review.allChapters }, ...chapters]}
        onPick={(chapter) => onSet({ chapter })}
      />
    </div>
  );
}

interface NumbersProps {
  opened: Opened;
  numbers: readonly number[];
  n: number | undefined;
  onGo: (n: number) => void;
}

function Numbers({ opened: { result }, numbers, n, onGo }: NumbersProps) {
  const t = useMockWords();
  const lines = result.lines.filter((line) => numbers.includes(line.n));
  if (lines.length === 0) return null;
  return (
    <ol class="mock-card mock-numbers" aria-label={t.result.card}>
      {lines.map((line) => (
        <li key={line.n}>
          <button
            type="button"
            data-state={toneOf(line)}
            aria-current={line.n === n ? 'true' : undefined}
            aria-label={labelOf(line, t)}
            onClick={() => onGo(line.n)}
          >
            {line.n}
            <span class="sign" aria-hidden="true">
              {SIGNS[line.verdict]}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

let hasTurned = false;

/** Another question than the first one shown takes the focus, and with it the screen reader and the eye. */
function useTurn() {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hasTurned) {
      scrollTo(0, 0);
      place.current?.focus({ preventScroll: true });
    }
    hasTurned = true;
  }, []);
  return place;
}

interface OneProps {
  opened: Opened;
  n: number;
  numbers: readonly number[];
  call: Call;
  onGo: (n: number) => void;
  onMarked: () => void;
}

function One({ opened: held, n, numbers, call, onGo, onMarked }: OneProps) {
  const t = useMockWords();
  const place = useTurn();
  const line = held.result.lines.find((one) => one.n === n);
  const question = held.questions.find((one) => one.n === n);
  if (line === undefined || question === undefined) return <Notice>{t.review.none}</Notice>;
  const at = numbers.indexOf(n);
  const [before, after] = [numbers[at - 1], numbers[at + 1]];
  return (
    <article class="stack" ref={place} tabIndex={-1} aria-label={t.result.nth(n)}>
      {question.parts === undefined ? (
        <ObjectiveReview question={question} line={line} of={held.result.lines.length} />
      ) : (
        <EssayReview question={question} line={line} opened={held} call={call} onMarked={onMarked} />
      )}
      <div class="row mock-turn">
        <button
          type="button"
          class="button plain"
          disabled={before === undefined}
          onClick={() => before !== undefined && onGo(before)}
        >
          {t.review.previous}
        </button>
        <button
          type="button"
          class="button"
          disabled={after === undefined}
          onClick={() => after !== undefined && onGo(after)}
        >
          {t.review.next}
        </button>
      </div>
    </article>
  );
}
