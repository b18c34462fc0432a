// The parts that the mock pages share: asking for a sign-in, waiting, failing.
import { useEffect, useState } from 'preact/hooks';
import { type Instant, instantOf, msOf } from '../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../api/client.ts';
import { Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import type { Words } from '../../words/zh.ts';
import type { MockWords } from '../../words/zh-mock.ts';
import { SignInLink } from '../me/account-card.tsx';
import { useMockWords } from './use-mock-words.ts';

/** The sentence for a problem. */
export function problemText(
  { code, reason }: Pick<ApiProblem, 'code' | 'reason'>,
  { words, t }: { words: Words; t: MockWords },
): string {
  const ruled = code === 'refused' && reason !== undefined ? t.reasons[reason] : undefined;
  return ruled ?? t.problems[code] ?? words.problems[code];
}

function isSignedOut({ code }: Pick<ApiProblem, 'code'>): boolean {
  return code === 'not_signed_in' || code === 'session_expired';
}

/** A problem with what one can do about it: signing in again, or asking once more. */
export function Failed(props: { problem: ApiProblem; text?: string; to: string; onAgain: () => void }) {
  const { words } = useShell();
  const t = useMockWords();
  const { problem } = props;
  const text = problem.code === 'offline' && props.text !== undefined ? props.text : problemText(problem, { words, t });
  return (
    <div class="stack-tight">
      <Notice trouble>{text}</Notice>
      <div>
        {isSignedOut(problem) ? (
          <SignInLink to={props.to} />
        ) : (
          <button type="button" class="button plain" onClick={props.onAgain}>
            {words.retry}
          </button>
        )}
      </div>
    </div>
  );
}

/** Why a sign-in is needed, and what one can do without. */
export function Guest({ to }: { to: string }) {
  const { page } = useShell();
  const t = useMockWords();
  return (
    <div class="card empty">
      <p>{t.signIn}</p>
      <SignInLink to={to} />
      <a href={page('/practice/')}>{t.toPractice}</a>
    </div>
  );
}

export function BackLink() {
  const { page } = useShell();
  const t = useMockWords();
  return (
    <a class="mock-back" href={page('/mock/')}>
      ‹ {t.back}
    </a>
  );
}

/** The server's time as it goes on; the island is drawn anew four times a minute. */
export function useServerNow(told: Instant): Instant {
  const { now } = useShell();
  const [heard, setHeard] = useState({ told, at: now() });
  if (heard.told !== told) setHeard({ told, at: now() });
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((n) => n + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  return instantOf(msOf(told) + Math.max(0, msOf(now()) - msOf(heard.at)));
}
