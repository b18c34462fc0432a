// Why something about one's own data failed, in words, and the way out of it.
import type { ApiProblem } from '../../api/client.ts';
import { loginPath } from '../../journal/login-path.ts';
import { Notice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import type { Words } from '../../words/zh.ts';
import type { ProfileWords } from '../../words/zh-profile.ts';
import { useProfileWords } from './use-words.ts';

interface Props {
  problem: Pick<ApiProblem, 'code' | 'reason'>;
  /** In the words of a part of the page, in place of the usual sentence. */
  text?: string | undefined;
  onRetry?: () => void;
}

/** A problem with what one can do about it. Signing in opens beside, so that what was typed here stays. */
export function Trouble({ problem, text, onRetry }: Props) {
  const { words, page } = useShell();
  const t = useProfileWords();
  return (
    <Notice trouble>
      <p>{text ?? problemText(problem, { words, t })}</p>
      {isSignedOut(problem) && (
        <a class="link start" href={loginPath(page('/me/'))} target="_blank" rel="noopener">
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

/** The sentence for a problem: nothing is kept on the device here, so that some codes are told otherwise than of answers. */
export function problemText(
  { code, reason }: Props['problem'],
  { words, t }: { words: Words; t: ProfileWords },
): string {
  const ruled = code === 'refused' && reason !== undefined ? t.reasons[reason] : undefined;
  return ruled ?? t.problems[code] ?? words.problems[code];
}

export function isSignedOut({ code }: Pick<ApiProblem, 'code'>): boolean {
  return code === 'not_signed_in' || code === 'session_expired';
}
