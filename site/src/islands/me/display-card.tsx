// Appearance, text size and language. The first two are this device's own choice and take effect at once.

import { useShell } from '../../shell/shell.tsx';
import { type Lang, pageIn } from '../../words/lang.ts';
import { DisplayChoices } from './display-choices.tsx';

const LANGS: readonly { lang: Lang; tag: string }[] = [
  { lang: 'zh', tag: 'zh-CN' },
  { lang: 'en', tag: 'en' },
];

export function DisplayCard() {
  const { words } = useShell();
  return (
    <section class="card" aria-labelledby="display">
      <h2 id="display">{words.me.display}</h2>
      <DisplayChoices words={words.me} />
      <Languages />
    </section>
  );
}

function Languages() {
  const { words, lang: here } = useShell();
  return (
    <nav aria-labelledby="language">
      <p id="language" class="small soft legend">
        {words.me.language}
      </p>
      <div class="chips">
        {LANGS.map(({ lang, tag }) => (
          <a
            key={lang}
            class="chip"
            href={pageIn(lang, '/me/')}
            lang={tag}
            hreflang={tag}
            aria-current={lang === here ? 'page' : undefined}
          >
            {words.me.languages[lang]}
          </a>
        ))}
      </div>
    </nav>
  );
}
