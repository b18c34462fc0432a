// The home page: how long to the exam, what to go on with, how one is doing today.
import { useEffect, useState } from 'preact/hooks';
import { countdown } from '../../../../functions/domain/exams/calendar.ts';
import { mastery, percent, progressOf } from '../../../../functions/domain/practice/progress.ts';
import { wrongBook } from '../../../../functions/domain/practice/wrong-book.ts';
import { addDays, dayOf } from '../../../../functions/domain/time.ts';
import type { Drill } from '../../journal/drill-record.ts';
import { questionsOf } from '../../shell/bank.ts';
import { Bar } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { isUnfinished } from '../drill/unfinished.ts';

export function HomePage() {
  const { words } = useShell();
  return (
    <div class="stack">
      <div>
        <h1>{words.tagline}</h1>
        <p class="soft">{words.home.lead}</p>
      </div>
      <div class="home-grid">
        <GoOn />
        <Countdown />
        <Today />
        <Mock />
        <Training />
      </div>
      <SignInHint />
      <Subjects />
    </div>
  );
}

function Countdown() {
  const { words, bank, now, page } = useShell();
  const next = countdown(bank.catalogue.sittings, dayOf(now()));
  if (next === undefined) return null;
  return (
    <section class="card">
      <h2>
        <a href={page('/exam/?view=guide')}>{words.home.countdown(next.year)}</a>
      </h2>
      {next.state === 'unannounced' && (
        <>
          <p class="mid">{words.home.unannounced}</p>
          <p class="soft small">{words.home.unannouncedHint}</p>
        </>
      )}
      {next.state === 'today' && <p class="mid">{words.home.examToday}</p>}
      {next.state === 'days' && (
        <>
          <p class="big">{words.home.daysLeft(next.left)}</p>
          <p class="soft small">{words.day(next.day)}</p>
        </>
      )}
    </section>
  );
}

/** The one thing to do: the latest unfinished drill, or a first one. */
function GoOn() {
  const { words, lang, page } = useShell();
  const journal = useJournal();
  const [drill, setDrill] = useState<Drill | undefined>();
  useEffect(() => {
    void journal.listDrills().then(
      (all) => setDrill(all.find(isUnfinished)),
      () => setDrill(undefined),
    );
  }, [journal.profile]);
  if (drill === undefined) {
    return (
      <section class="card">
        <h2>{words.home.start}</h2>
        <p class="soft">{words.home.startHint}</p>
        <a class="button wide" href={page('/practice/')}>
          {words.home.start}
        </a>
      </section>
    );
  }
  return (
    <section class="card">
      <h2>{words.home.goOn}</h2>
      <p>{drill.title.map((part) => part[lang]).join(' · ')}</p>
      <p class="soft small">{words.practice.resumeAt(drill.index + 1, drill.questions.length)}</p>
      <a class="button wide" href={page(`/practice/drill/?id=${drill.id}`)}>
        {words.practice.goOn}
      </a>
    </section>
  );
}

function Today() {
  const { words, now, page, bank } = useShell();
  const { state } = useJournal();
  const today = dayOf(now());
  const answers = state.days.get(today)?.answers ?? 0;
  const run = daysInARow(state.days, today);
  const wrong = wrongBook(state).filter((id) => bank.placeOf(id) !== undefined).length;
  return (
    <section class="card">
      <h2>{words.home.today}</h2>
      <p class="mid">{answers > 0 ? words.home.todayCount(answers) : words.home.todayNone}</p>
      {run > 0 && <p class="soft small">{words.home.runDays(run)}</p>}
      {wrong > 0 && (
        <a class="button plain wide" href={page('/book/')}>
          {words.home.wrongWaiting(wrong)}
        </a>
      )}
    </section>
  );
}

function Mock() {
  const { words, page } = useShell();
  return (
    <section class="card">
      <h2>{words.home.mock}</h2>
      <p class="soft">{words.home.mockHint}</p>
      <div>
        <a class="button plain" href={page('/mock/')}>
          {words.home.mockGo}
        </a>
      </div>
    </section>
  );
}

function Training() {
  const { words, page } = useShell();
  return (
    <section class="card">
      <h2>{words.home.training}</h2>
      <p class="soft">{words.home.trainingHint}</p>
      <div class="row">
        <a class="button plain" href={page('/training/')}>
          {words.titles.training}
        </a>
        <a class="button plain" href={page('/my-training/')}>
          {words.titles.myTraining}
        </a>
      </div>
    </section>
  );
}

/** Days in a row with an answer, up to today; a today without one does not break the row yet. */
function daysInARow(days: ReadonlyMap<string, unknown>, today: string): number {
  let day = days.has(today) ? today : addDays(today, -1);
  let run = 0;
  while (days.has(day)) {
    run += 1;
    day = addDays(day, -1);
  }
  return run;
}

function SignInHint() {
  const { words, session, page } = useShell();
  const { profile } = useJournal();
  if (session === undefined || profile !== 'guest') return null;
  return (
    <p class="notice">
      {words.home.guest} <a href={session.loginAddress(page('/'))}>{words.home.signIn}</a>
    </p>
  );
}

function Subjects() {
  const { words, lang, bank, page } = useShell();
  const { state } = useJournal();
  return (
    <section class="card">
      <h2>{words.home.subjects}</h2>
      <ul class="list">
        {bank.catalogue.subjects
          .filter((subject) => subject.chapters.length > 0)
          .map((subject) => {
            const progress = progressOf(state, questionsOf(subject));
            return (
              <li key={subject.id}>
                <a class="item" href={page(`/practice/?subject=${subject.id}`)}>
                  <span class="name">{subject.name[lang]}</span>
                  <span class="small soft">
                    {words.questions(progress.total)}　{words.progress.covered}{' '}
                    {words.percent(percent(progress.covered, progress.total))}　{words.progress.mastery}{' '}
                    {words.percent(mastery(progress))}
                  </span>
                  <Bar share={percent(progress.covered, progress.total)} />
                </a>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
