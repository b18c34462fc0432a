// The parts that the staff pages share: trouble with a way out, waiting, a unit's heading, dates from and to.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { addDays } from '../../../../functions/domain/time.ts';
import type { ApiProblem } from '../../api/client.ts';
import { loginPath } from '../../journal/login-path.ts';
import { Notice } from '../../shell/parts.tsx';
import { useStaff } from '../../shell/staff.tsx';
import { problemText } from './problem-text.ts';
import { addressOf } from './route.ts';
import { useWide } from './use-wide.ts';

/** A problem in words, with what one can do about it. Signing in opens beside, so that what was typed here stays. */
export function Trouble({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const staff = useStaff();
  const { words, t, page } = staff;
  const isSignedOut = problem.code === 'not_signed_in' || problem.code === 'session_expired';
  return (
    <Notice trouble>
      <p>{problemText(problem, staff)}</p>
      {problem.code === 'internal' && problem.requestId && <p class="small">{t.requestId(problem.requestId)}</p>}
      {problem.person && (
        <a class="link start" href={page(addressOf({ page: 'person', person: problem.person }))}>
          {t.openPerson}
        </a>
      )}
      {isSignedOut && (
        <a class="link start" href={loginPath(page('/staff/'))} target="_blank" rel="noopener">
          {t.signInBeside}
        </a>
      )}
      {onRetry && (
        <button type="button" class="link start" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </Notice>
  );
}

/** Lines without words where content will stand, so that nothing jumps when it comes. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { words } = useStaff();
  return (
    <div class="card blank" data-lines={lines}>
      <span class="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="blank-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Something there is none of, and what to do about it. */
export function Nothing({ children }: { children: ComponentChildren }) {
  return <div class="card empty">{children}</div>;
}

/** From a day to another: `2026年1月1日 起`, `2026年1月1日 — 2026年5月31日`. `to` is the first day after. */
export function Span({ from, to }: { from: string; to?: string | undefined }) {
  const { t, words } = useStaff();
  return <>{to === undefined ? t.since(words.date(from)) : t.span(words.date(from), words.date(addDays(to, -1)))}</>;
}

/** Filters: side by side where there is room, folded away on a phone until one is wanted or set. */
export function Filters({ isSet, children }: { isSet: boolean; children: ComponentChildren }) {
  const { t } = useStaff();
  const [startsOpen] = useState(isSet);
  const fields = <div class="filters staff-filters">{children}</div>;
  if (useWide()) return fields;
  return (
    <details class="card fold slim" open={startsOpen}>
      <summary>{t.filters}</summary>
      {fields}
    </details>
  );
}
