// What one may choose before a paper: its mode, extra time, and the pass line to compare with. Of a set paper only the last.
import { FACTOR, MODES, type Mode } from '../../../../functions/domain/attempts/attempt.ts';
import { Choice, Select } from '../../shell/parts.tsx';
import { useShell } from '../../shell/shell.tsx';
import { regionName } from '../../words/regions.ts';
import { marksText } from './figures.ts';
import { linesOf } from './names.ts';
import type { Start } from './start-of.ts';
import { useMockWords } from './use-mock-words.ts';
import type { List } from './wire.ts';

export interface Chosen {
  mode: Mode;
  factor: number;
  /** '' for the national line alone. */
  region: string;
}

const FACTORS = [FACTOR.usual, 125, 150, 200, FACTOR.most].map(String);

interface Props {
  list: List;
  start: Start;
  chosen: Chosen;
  onSet: (change: Partial<Chosen>) => void;
}

export function Choices({ list, start, chosen, onSet }: Props) {
  const t = useMockWords();
  const isOwn = start.paper === undefined;
  const regions = start.level === undefined ? [] : linesOf(list.localLines, start.level);
  if (!isOwn && regions.length === 0) return null;
  return (
    <section class="card" aria-label={t.start.modeTitle}>
      {isOwn && (
        <>
          <Choice
            legend={t.start.modeTitle}
            name="mode"
            options={MODES}
            label={(mode) => t.modes[mode]}
            value={chosen.mode}
            onPick={(mode) => onSet({ mode })}
          />
          <p class="small soft">{t.start.modeHints[chosen.mode]}</p>
          <Select
            label={t.start.factor}
            value={String(chosen.factor)}
            options={FACTORS.map((value) => ({ value, text: t.start.factors(Number(value)) }))}
            onPick={(factor) => onSet({ factor: Number(factor) })}
          />
          <p class="small soft">{t.start.factorHint}</p>
        </>
      )}
      {regions.length > 0 && <Region regions={regions} region={chosen.region} onSet={onSet} />}
    </section>
  );
}

function Region(props: { regions: ReturnType<typeof linesOf>; region: string; onSet: Props['onSet'] }) {
  const { lang } = useShell();
  const t = useMockWords();
  const options = props.regions.map(({ region, line }) => ({
    value: region,
    text: t.start.local(regionName(region, lang), line.year, marksText(line.mark)),
  }));
  return (
    <>
      <Select
        label={t.start.region}
        value={props.region}
        options={[{ value: '', text: t.start.national }, ...options]}
        onPick={(region) => props.onSet({ region })}
      />
      <p class="small soft">{t.start.regionHint}</p>
    </>
  );
}
