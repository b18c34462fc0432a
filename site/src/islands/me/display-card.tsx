// Appearance, text size and language. The first two are this device's own choice and take effect at once.
import { useState } from 'preact/hooks';
import { type Display, readDisplay, sizes, themes, writeDisplay } from '../../shell/display.ts';
import { Choice } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { type Lang, pageIn } from '../../words/lang.ts';

const LANGS: readonly { lang: Lang; tag: string }[] = [
  { lang: 'zh', tag: 'zh-CN' },
  { lang: 'en', tag: 'en' },
];

export function DisplayCard() {
  const { words } = useShell();
  const [display, setDisplay] = useState<Display>(readDisplay);
  const set = (change: Partial<Display>) => {
    const next = { ...display, ...change };
    writeDisplay(next);
    setDisplay(next);
  };
  return (
    <section class="card" aria-labelledby="display">
      <h2 id="display">{words.me.display}</h2>
      <Choice
        legend={words.me.theme}
        name="theme"
        options={themes}
        label={(theme) => words.me.themes[theme]}
        value={display.theme}
        onPick={(theme) => set({ theme })}
      />
      <Choice
        legend={words.me.size}
        name="size"
        options={sizes}
        label={(size) => words.me.sizes[size]}
        value={display.size}
        onPick={(size) => set({ size })}
      />
      <Choice
        legend={words.me.letters}
        name="letters"
        options={['on', 'off']}
        label={(state) => words.me.letterStates[state]}
        value={display.letters ? 'on' : 'off'}
        onPick={(state) => set({ letters: state === 'on' })}
      />
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
