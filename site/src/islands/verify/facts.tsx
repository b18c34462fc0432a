// What stands on a completion, with the name masked.
import type { Answer } from '../../../../functions/contract/index.ts';
import { useDoorWords } from '../door/words.ts';
import { hoursText } from '../training/moments.ts';
import { useTraining } from '../training/training.tsx';

export type Shown = Omit<Answer<'verifyCompletion'>, 'status' | 'endedOn'>;

export function Facts({ shown }: { shown: Shown }) {
  const { words } = useTraining();
  const { verify } = useDoorWords();
  const { number, name, course, issuer, from, to, minutes, minutesPerHour, issuedOn } = shown;
  const days = from === to ? words.date(from) : `${words.date(from)} – ${words.date(to)}`;
  const rows: [string, string][] = [
    [verify.name, name],
    [verify.course, course],
    [verify.hours, verify.hoursText(hoursText(minutes, minutesPerHour), minutes)],
    [verify.days, days],
    [verify.issuer, issuer],
    [verify.issuedOn, words.date(issuedOn)],
    [verify.number, number],
  ];
  return (
    <dl class="facts">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt class="small soft">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
