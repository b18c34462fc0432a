// The wrong book's one setting: how many right answers in a row take a question out of it.
import { STREAK } from '../../../../functions/domain/practice/journal.ts';
import { Choice } from '../../shell/parts.tsx';
import { useJournal, useShell } from '../../shell/shell.tsx';

const CHOICES = Array.from({ length: STREAK.max - STREAK.min + 1 }, (_, i) => String(STREAK.min + i));

export function StreakSetting() {
  const { words } = useShell();
  const journal = useJournal();
  return (
    <Choice
      legend={words.book.leavesSetting}
      name="streak"
      options={CHOICES}
      label={(value) => value}
      value={String(journal.state.streak)}
      onPick={(value) => void journal.add({ kind: 'setting', name: 'streak', value: Number(value) })}
    />
  );
}
