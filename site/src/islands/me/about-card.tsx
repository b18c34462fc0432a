// What the bank is: how large, as of when, and whose.
import { sizeOf } from '../../shell/bank.ts';
import { useShell } from '../../shell/shell.tsx';

export function AboutCard() {
  const { words, bank } = useShell();
  const { catalogue } = bank;
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{words.me.about}</h2>
      <p>{words.me.aboutText(sizeOf(catalogue), words.date(catalogue.lawAsOf))}</p>
      <p class="soft small">{words.me.aboutRights}</p>
    </section>
  );
}
