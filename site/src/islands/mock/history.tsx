// How it went so far: a drawing of the marks against the pass line, and every attempt with its figures below it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Select } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { type Dot, dotsOf, HEIGHT, WIDTH } from './chart.ts';
import { marksText, momentIn, shareOf } from './figures.ts';
import { subjectName } from './names.ts';
import { useMockWords } from './use-mock-words.ts';
import type { List, Past } from './wire.ts';

/** The national pass line of a paper of 100 marks; a result compares with the line of its own year and region. */
const PASS = 60;
const DRAWN = 20;
const STEP = 10;

export function History({ list }: { list: List }) {
  const { lang } = useShell();
  const t = useMockWords();
  const over = list.attempts.filter(({ state }) => state !== 'open');
  const subjects = subjectsOf(over);
  const [chosen, setChosen] = useState('');
  const [most, setMost] = useState(STEP);
  const subject = subjects.includes(chosen) ? chosen : (subjects[0] ?? '');
  const own = over.filter((attempt) => attempt.subject === subject);
  const left = own.length - most;
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{t.history.title}</h2>
      {over.length === 0 && <p class="soft">{t.history.none}</p>}
      {subjects.length > 1 && (
        <Select
          label={t.history.subject}
          value={subject}
          options={subjects.map((id) => ({ value: id, text: subjectName(id, { list, lang }) }))}
          onPick={setChosen}
        />
      )}
      {subjects.length === 1 && <p class="soft">{subjectName(subject, { list, lang })}</p>}
      <Chart dots={dotsOf(own, DRAWN)} />
      {own.length > 0 && (
        <ul class="list">
          {own.slice(0, most).map((attempt) => (
            <Entry key={attempt.attempt} attempt={attempt} list={list} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <button type="button" class="button plain wide" onClick={() => setMost(most + STEP)}>
          {t.history.more(Math.min(STEP, left))}
        </button>
      )}
    </section>
  );
}

/** The one with the most marks first: its drawing says the most. */
function subjectsOf(over: readonly Past[]): string[] {
  const marked = (subject: string) => over.filter((one) => one.subject === subject && one.earned !== undefined).length;
  return [...new Set(over.map(({ subject }) => subject))].sort((a, b) => marked(b) - marked(a));
}

/** One mark is a figure and no drawing. */
function Chart({ dots }: { dots: Dot[] }) {
  const t = useMockWords();
  if (dots.length < 2) return null;
  const hasOffline = dots.some(({ offline }) => offline);
  return (
    <figure class="mock-chart">
      <div class="mock-chart-field">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t.history.chart(dots.length, String(PASS))}
        >
          <path class="line" d={`M0 0.5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}`} />
          <path class="base" d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} />
          <path class="pass" d={`M0 ${HEIGHT - PASS}H${WIDTH}`} />
          <path class="way" d={dots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
          {dots.map(({ attempt, x, y, offline }) => (
            <g key={attempt}>
              <path class="dot" d={`M${x} ${y}h0`} />
              {offline && <path class="dot hole" d={`M${x} ${y}h0`} />}
            </g>
          ))}
        </svg>
        <span class="mock-chart-top small soft" aria-hidden="true">
          100
        </span>
        <span class="mock-chart-pass small soft" aria-hidden="true">
          {PASS}
        </span>
        <span class="mock-chart-zero small soft" aria-hidden="true">
          0
        </span>
      </div>
      <figcaption class="row small" aria-hidden="true">
        <Sign text={t.history.online}>
          <path class="dot" d="M8 7h0" />
        </Sign>
        {hasOffline && (
          <Sign text={t.history.offline}>
            <path class="dot" d="M8 7h0" />
            <path class="dot hole" d="M8 7h0" />
          </Sign>
        )}
        <Sign text={t.history.line(String(PASS))}>
          <path class="pass" d="M0 7H16" />
        </Sign>
      </figcaption>
    </figure>
  );
}

function Sign({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <span class="sign">
      <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true">
        {children}
      </svg>
      {text}
    </span>
  );
}

function Entry({ attempt, list }: { attempt: Past; list: List }) {
  const { words, page } = useShell();
  const t = useMockWords();
  const { offline, regraded, startedAt, mode, factor } = attempt;
  const facts = [momentIn(startedAt, list.now, words), t.modes[mode]];
  if (factor > 100) facts.push(t.result.factor(factor));
  return (
    <li>
      <a class="item" href={page(`/mock/result/?attempt=${attempt.attempt}`)}>
        <span class="spread">
          <span class="name">{attempt.title ?? t.forms[attempt.form]}</span>
          <span class="count">
            <Mark attempt={attempt} />
          </span>
        </span>
        <span class="small soft">{t.listed(facts)}</span>
        {(offline || regraded) && (
          <span class="row small">
            {offline && <span class="mock-tag">{t.history.offline}</span>}
            {regraded && (
              <span class="mock-tag" data-tone="warn">
                {t.history.regraded}
              </span>
            )}
          </span>
        )}
      </a>
    </li>
  );
}

function Mark({ attempt }: { attempt: Past }) {
  const t = useMockWords();
  const { state, earned, possible, marking } = attempt;
  if (state === 'voided') return <span class="soft">{t.states.voided}</span>;
  if (marking === 'waiting') return <span class="soft">{t.history.waiting}</span>;
  if (earned === undefined || possible === undefined) return <span class="soft">{t.history.pending}</span>;
  const isPassed = shareOf({ earned, possible }) >= PASS;
  return (
    <>
      <em>{t.history.marks(marksText(earned), marksText(possible))}</em>{' '}
      <span class="small" data-verdict={isPassed ? 'right' : 'wrong'}>
        <span aria-hidden="true">{isPassed ? '✓' : '✗'}</span>
        <span class="visually-hidden">{isPassed ? t.history.passed : t.history.below}</span>
      </span>
    </>
  );
}
