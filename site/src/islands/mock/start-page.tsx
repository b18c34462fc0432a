// Before a mock paper: what it is, its rules in plain words, whether the device is fit, what one may choose, and the start.
import { useState } from 'preact/hooks';
import { allowedMs, GRACE_MS } from '../../../../functions/domain/attempts/attempt.ts';
import { type Instant, msOf } from '../../../../functions/domain/time.ts';
import type { Call } from '../../api/client.ts';
import { GUEST } from '../../journal/db.ts';
import { Notice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';
import { useLoad } from '../staff/use-load.ts';
import { Choices, type Chosen } from './choices.tsx';
import { DeviceCheck } from './device-check.tsx';
import { durationText, momentIn } from './figures.ts';
import { countTexts } from './names.ts';
import { OfflineStart } from './offline-start.tsx';
import { BackLink, Failed, Guest, useServerNow } from './parts.tsx';
import { Rules } from './rules.tsx';
import { phaseNow } from './set-papers.tsx';
import { type Start, startOf, wantedIn } from './start-of.ts';
import { useMockWords } from './use-mock-words.ts';
import { useStart } from './use-start.ts';
import type { List } from './wire.ts';

export function StartPage() {
  const { words, call } = useShell();
  const { profile } = useJournal();
  const to = `/mock/start/${location.search}`;
  const offline = new URLSearchParams(location.search).get('offline');
  return (
    <div class="stack mock-start">
      <BackLink />
      {profile === GUEST && (
        <>
          <h1>{words.titles.mock}</h1>
          <Guest to={to} />
        </>
      )}
      {profile !== GUEST && call === undefined && <p class="waiting">{words.loading}</p>}
      {profile !== GUEST && call && offline !== null && <OfflineStart person={profile} attempt={offline} />}
      {profile !== GUEST && call && offline === null && <Online person={profile} call={call} to={to} />}
    </div>
  );
}

function Online({ person, call, to }: { person: string; call: Call; to: string }) {
  const { words, lang } = useShell();
  const t = useMockWords();
  const { value, problem, reload } = useLoad(person, () => call('listMock', { params: { person }, query: {} }));
  if (problem) return <Failed problem={problem} text={t.failed} to={to} onAgain={() => void reload()} />;
  if (value === undefined) return <p class="waiting">{words.loading}</p>;
  const start = startOf(value, wantedIn(new URLSearchParams(location.search)), { lang, t });
  if (start === undefined) return <Notice>{t.start.none}</Notice>;
  return <Ready list={value} start={start} person={person} call={call} />;
}

interface ReadyProps {
  list: List;
  start: Start;
  person: string;
  call: Call;
}

function Ready({ list, start, person, call }: ReadyProps) {
  const { words, page } = useShell();
  const t = useMockWords();
  const now = useServerNow(list.now);
  const [chosen, setChosen] = useState<Chosen>({ mode: start.mode, factor: start.factor, region: '' });
  const minutes = durationText(allowedMs(start.minutes, chosen.factor), t);
  const open = openOne(list, start);
  return (
    <>
      <div>
        <h1>{start.title}</h1>
        <p class="soft">{t.listed([...(start.by ? [t.set.by(start.by)] : []), ...countsOf(start, t, words)])}</p>
      </div>
      {open && (
        <Notice>
          {t.start.resume} <a href={page(`/mock/sit/?attempt=${open.attempt}`)}>{t.open.goOn}</a>
        </Notice>
      )}
      <div class="mock-columns">
        <div class="stack">
          <Rules
            form={start.answered}
            mode={start.paper === undefined ? undefined : start.mode}
            minutes={minutes}
            graceS={(start.paper?.set.graceMs ?? GRACE_MS) / 1000}
            once={start.paper !== undefined}
          />
        </div>
        <div class="stack">
          <Choices list={list} start={start} chosen={chosen} onSet={(change) => setChosen({ ...chosen, ...change })} />
          <DeviceCheck call={call} />
          <Go {...{ list, start, person, call, chosen, minutes, now }} />
        </div>
      </div>
    </>
  );
}

function countsOf(start: Start, t: ReturnType<typeof useMockWords>, words: ReturnType<typeof useShell>['words']) {
  const counts = start.counts === undefined ? [words.questions(start.questions)] : countTexts(start.counts, t);
  return [...counts, t.minutes(start.minutes)];
}

/** An attempt at the same that is open: going on with it is what most want. */
function openOne({ attempts }: List, { subject, form, paper }: Start) {
  return attempts.find(
    (one) =>
      one.state === 'open' && !one.offline && one.subject === subject && one.form === form && one.paper === paper?.id,
  );
}

interface GoProps extends ReadyProps {
  chosen: Chosen;
  minutes: string;
  now: Instant;
}

function Go({ start, person, call, chosen, minutes, now }: GoProps) {
  const { words } = useShell();
  const t = useMockWords();
  const { begin, isBusy, isRetry, trouble } = useStart({ start, person, call, chosen });
  const why = whyNot(start, now, { t, words });
  return (
    <section class="card mock-go" aria-label={t.start.go}>
      {why === undefined ? <p>{t.start.sure(minutes)}</p> : <p>{why}</p>}
      {start.paper !== undefined && why === undefined && <p>{t.start.oneSitting}</p>}
      {trouble !== undefined && (
        <Notice trouble>
          <p>{trouble}</p>
          {isRetry && <p>{t.start.isRetry}</p>}
        </Notice>
      )}
      {why === undefined && (
        <button type="button" class="button wide huge" aria-disabled={isBusy} onClick={begin}>
          {isBusy ? t.start.going : t.start.go}
        </button>
      )}
    </section>
  );
}

/** Why it cannot be started now; undefined when it can. */
function whyNot(
  { paper }: Start,
  now: Instant,
  { t, words }: { t: ReturnType<typeof useMockWords>; words: ReturnType<typeof useShell>['words'] },
): string | undefined {
  if (paper === undefined) return undefined;
  if (paper.set.attempt !== undefined) return t.start.sat;
  const phase = phaseNow(paper.set, now);
  const opens = paper.set.opensAt;
  if (phase === 'ahead') {
    return `${t.start.ahead(durationText(msOf(opens) - msOf(now), t))} ${momentIn(opens, now, words)}`;
  }
  return phase === 'open' ? undefined : t.start.closed;
}
