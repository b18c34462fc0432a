// What one is in the middle of: the first thing on the page, with the time that is left.
import { remainingMs } from '../../../../functions/domain/attempts/attempt.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { useShell } from '../../shell/shell.tsx';
import { durationText } from './figures.ts';
import { nameOf } from './names.ts';
import { useMockWords } from './use-mock-words.ts';
import type { List, Past } from './wire.ts';

export function OpenAttempts({ list, now }: { list: List; now: Instant }) {
  const t = useMockWords();
  const open = list.attempts.filter(({ state, offline }) => state === 'open' && !offline);
  if (open.length === 0) return null;
  return (
    <section class="card mock-open" aria-labelledby="open">
      <h2 id="open">{t.open.title}</h2>
      {open.map((attempt) => (
        <One key={attempt.attempt} attempt={attempt} list={list} now={now} />
      ))}
    </section>
  );
}

function One({ attempt, list, now }: { attempt: Past; list: List; now: Instant }) {
  const { lang, page } = useShell();
  const t = useMockWords();
  const left = remainingMs(
    { deadline: attempt.deadline, ...(attempt.pausedAt && { pausedAt: attempt.pausedAt }) },
    now,
  );
  const text = durationText(left, t);
  const said = left === 0 ? t.open.over : attempt.pausedAt === undefined ? t.open.left(text) : t.open.paused(text);
  return (
    <div class="stack-tight">
      <p class="mid">{nameOf(attempt, { list, lang, t })}</p>
      <p class="soft">{t.listed([t.modes[attempt.mode], said])}</p>
      <a class="button wide" href={page(`/mock/sit/?attempt=${attempt.attempt}`)}>
        {t.open.goOn}
      </a>
    </div>
  );
}
