// Starting: one request that a lost answer and a reload do not double, then the exam page.
import { useState } from 'preact/hooks';
import { ApiProblem, type Call } from '../../api/client.ts';
import { examDevice } from '../../exam/device.ts';
import { useShell } from '../../shell/shell.tsx';
import type { Chosen } from './choices.tsx';
import { examEnv } from './exam-env.ts';
import { problemText } from './parts.tsx';
import type { Start } from './start-of.ts';
import { useMockWords } from './use-mock-words.ts';
import { wish } from './wish.ts';

interface By {
  start: Start;
  person: string;
  call: Call;
  chosen: Chosen;
}

export function useStart({ start, person, call, chosen }: By) {
  const { words, page, newId } = useShell();
  const t = useMockWords();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<{ text: string; isRetry: boolean } | undefined>();

  async function send(): Promise<void> {
    const device = await examDevice(examEnv());
    const { region } = chosen;
    const place = region === '' ? {} : { region };
    const body =
      start.paper === undefined
        ? { kind: 'on-demand' as const, subject: start.subject, form: start.form, ...modeOf(chosen), ...place }
        : { kind: 'set' as const, paper: start.paper.id, ...place };
    const asked = wish({ person, ...body }, newId);
    const { attempt } = await call('startAttempt', {
      params: { person },
      body: { ...body, request: asked.id, device },
    }).catch((error) => {
      // A rule that stands against it is an answer: the next try is another wish.
      if (!isUnanswered(error)) asked.done();
      throw error;
    });
    asked.done();
    if (attempt === undefined) setTrouble({ text: t.start.lacking, isRetry: false });
    else location.assign(page(`/mock/sit/?attempt=${attempt.attempt}`));
  }

  function begin(): void {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    send()
      .catch((error) => {
        const problem = error instanceof ApiProblem ? error : new ApiProblem('internal');
        setTrouble({ text: problemText(problem, { words, t }), isRetry: isUnanswered(problem) });
      })
      .finally(() => setBusy(false));
  }
  return { begin, isBusy, trouble: trouble?.text, isRetry: trouble?.isRetry ?? false };
}

function modeOf({ mode, factor }: Chosen) {
  return { mode, factor };
}

/** Whether nobody knows if the server heard: then the same request again is the only way to find out. */
function isUnanswered(error: unknown): boolean {
  return error instanceof ApiProblem && ['offline', 'busy', 'internal'].includes(error.code);
}
