// One's own exams: the record with what still counts, who may sit which level, and the way to register. The last two are for guests, too.
import { useEffect } from 'preact/hooks';
import { useAddress, useFollowing } from '../staff/navigation.ts';
import { useTraining } from '../training/training.tsx';
import { CheckView } from './check-view.tsx';
import { GuideView } from './guide-view.tsx';
import { OwnRecord } from './own-record.tsx';
import { examsWords } from './said.ts';
import { pathOf, VIEWS, viewFrom } from './view.ts';

export function ExamsPage() {
  const { lang, words, page, person, loginAddress, t } = useTraining();
  const w = examsWords(lang);
  const said = { lang, words, w };
  const view = useAddress(() => viewFrom(location.search));
  useFollowing((path) => path === location.pathname, view);
  useEffect(() => {
    document.title = `${w.views[view]} · ${w.title} · ${words.brand}`;
  }, [view, w, words]);
  return (
    <div class="stack ledger exams">
      <h1 tabIndex={-1} data-arrive>
        {view === 'record' ? w.title : w.views[view]}
      </h1>
      <nav class="chips no-print" aria-label={w.title}>
        {VIEWS.map((one) => (
          <a key={one} class="chip" href={page(pathOf(one))} aria-current={one === view ? 'page' : undefined}>
            {w.views[one]}
          </a>
        ))}
      </nav>
      {view === 'check' && <CheckView key={person} said={said} />}
      {view === 'guide' && <GuideView said={said} />}
      {view === 'record' &&
        (person === undefined ? (
          <div class="empty">
            <p>{w.signIn}</p>
            <a class="button" href={loginAddress('/exam/')}>
              {t.signIn}
            </a>
            <a class="button plain" href={page(pathOf('check'))}>
              {w.toCheck}
            </a>
          </div>
        ) : (
          <OwnRecord key={person} person={person} said={said} />
        ))}
    </div>
  );
}
