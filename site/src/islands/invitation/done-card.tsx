// What has come of a code, and where to go from there.
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../../../functions/contract/index.ts';
import { loginPath } from '../../journal/login-path.ts';
import { useShell } from '../../shell/shell.tsx';
import { spanText } from '../profile/own.ts';
import { useProfileWords } from '../profile/use-words.ts';

export type Done = ({ kind: 'role' } & Answer<'acceptInvitation'>) | { kind: 'claim'; name: string };

export function DoneCard({ done }: { done: Done }) {
  const { words, page } = useShell();
  const t = useProfileWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isRole = done.kind === 'role';
  return (
    <section class="card" aria-labelledby="done">
      <h2 id="done" ref={heading} tabIndex={-1}>
        {isRole ? t.code.role.done(done.unitName, t.roleNames[done.role]) : t.code.claim.done(done.name)}
      </h2>
      <p>{isRole ? spanText(done, { words, t }) : t.code.claim.doneText}</p>
      <div class="row">
        {isRole ? (
          <>
            <a class="button" href={page('/staff/')}>
              {t.toStaff}
            </a>
            <a class="button plain" href={page('/profile/')}>
              {words.titles.profile}
            </a>
          </>
        ) : (
          <a class="button" href={loginPath(page('/profile/'))}>
            {t.code.claim.signIn}
          </a>
        )}
      </div>
    </section>
  );
}
