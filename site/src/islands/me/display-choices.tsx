// The choices of appearance: this device's own, in effect at once.
import { useState } from 'preact/hooks';
import { type Display, readDisplay, sizes, themes, writeDisplay } from '../../shell/display.ts';
import { Choice } from '../../shell/parts.tsx';
import type { Words } from '../../words/zh.ts';

export function DisplayChoices({ words }: { words: Words['me'] }) {
  const [display, setDisplay] = useState<Display>(readDisplay);
  const set = (change: Partial<Display>) => {
    const next = { ...display, ...change };
    writeDisplay(next);
    setDisplay(next);
  };
  return (
    <>
      <Choice
        legend={words.theme}
        name="theme"
        options={themes}
        label={(theme) => words.themes[theme]}
        value={display.theme}
        onPick={(theme) => set({ theme })}
      />
      <Choice
        legend={words.size}
        name="size"
        options={sizes}
        label={(size) => words.sizes[size]}
        value={display.size}
        onPick={(size) => set({ size })}
      />
      <Choice
        legend={words.letters}
        name="letters"
        options={['on', 'off']}
        label={(state) => words.letterStates[state]}
        value={display.letters ? 'on' : 'off'}
        onPick={(state) => set({ letters: state === 'on' })}
      />
    </>
  );
}
