// Subsidies for whoever holds a certificate: one's applications, and the calculator, which is for guests, too.
import { useState } from 'preact/hooks';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import { Notice } from '../../shell/parts.tsx';
import { needsSignIn } from '../training/problem-text.ts';
import { useTraining } from '../training/training.tsx';
import { useLoad } from '../training/use-load.ts';
import { Applications } from './applications.tsx';
import { Calculator } from './calculator.tsx';
import { type OwnRead, problemText, rulesIn, type Said, subsidiesWords } from './said.ts';

interface Read {
  rules: SubsidyRule[];
  today: string;
  own?: OwnRead;
}

export function SubsidyPage() {
  const { lang, words, t, call, person, loginAddress } = useTraining();
  const w = subsidiesWords(lang);
  const said: Said = { lang, words, w };
  // What came last stays until the next is there: what is being typed must not go.
  const [kept, keep] = useState<{ person: string | undefined; read: Read } | undefined>();
  const loaded = useLoad(person ?? '', async () => {
    const [answer, own] = await Promise.all([
      call('listSubsidyRules', {}),
      person === undefined ? undefined : call('readOwnSubsidies', { params: { person } }),
    ]);
    const read = { rules: rulesIn(answer), today: answer.today, ...(own && { own }) };
    keep({ person, read });
    return read;
  });
  const read = kept?.person === person ? kept?.read : undefined;
  return (
    <div class="stack ledger subsidies">
      <h1>{w.title}</h1>
      <p class="soft no-print">{w.lead}</p>
      {loaded.state === 'failed' && (
        <Notice trouble>
          <p>{loaded.problem.code === 'offline' ? w.failed : problemText(loaded.problem, said)}</p>
          {needsSignIn(loaded.problem) ? (
            <a class="link start" href={loginAddress('/subsidy/')}>
              {t.signIn}
            </a>
          ) : (
            <button type="button" class="link start" onClick={loaded.again}>
              {words.retry}
            </button>
          )}
        </Notice>
      )}
      {read === undefined && loaded.state === 'loading' && <p class="waiting">{words.loading}</p>}
      {read && <Shown key={person} read={read} said={said} onChanged={loaded.again} />}
    </div>
  );
}

function Shown({ read, said, onChanged }: { read: Read; said: Said; onChanged: () => void }) {
  const { t, loginAddress } = useTraining();
  const { rules, today, own } = read;
  const known = own === undefined ? rules : [...rulesIn(own), ...rules];
  return (
    <>
      {own ? (
        <Applications applications={own.applications} rules={known} {...{ today, said, onChanged }} />
      ) : (
        <div class="card stack-tight">
          <p>{said.w.signIn}</p>
          <div>
            <a class="button plain" href={loginAddress('/subsidy/')}>
              {t.signIn}
            </a>
          </div>
        </div>
      )}
      <Calculator {...{ rules, today, own, said }} onApplied={onChanged} />
    </>
  );
}
