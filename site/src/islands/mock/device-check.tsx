// The device check: each finding in words, with a sign that does not depend on colour.
import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import type { MockWords } from '../../words/zh-mock.ts';
import { type Checked, CLOCK_MS, checkDevice, SLOW_MS } from './checks.ts';
import { durationText } from './figures.ts';
import { useMockWords } from './use-mock-words.ts';

interface Finding {
  name: string;
  text: string;
  isGood: boolean;
}

export function DeviceCheck({ call }: { call: Call }) {
  const t = useMockWords();
  const [checked, setChecked] = useState<Checked | undefined>();
  const check = () => {
    setChecked(undefined);
    void checkDevice(call).then(setChecked);
  };
  useEffect(check, []);
  return (
    <section class="card" aria-labelledby="check">
      <h2 id="check">{t.start.check}</h2>
      <div role="status" class="stack-tight">
        {checked === undefined ? <p class="soft mock-checking">{t.start.checking}</p> : <Findings checked={checked} />}
      </div>
      {checked !== undefined && (
        <div>
          <button type="button" class="link start" onClick={check}>
            {t.start.again}
          </button>
        </div>
      )}
    </section>
  );
}

function Findings({ checked }: { checked: Checked }) {
  const t = useMockWords();
  return (
    <ul class="mock-findings">
      {findingsOf(checked, t).map(({ name, text, isGood }) => (
        <li key={name} data-good={isGood}>
          <span aria-hidden="true" class="mock-sign">
            {isGood ? '✓' : '!'}
          </span>
          <span>
            <em>{name}</em>　{text}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function findingsOf({ kept, aheadMs, roundTripMs, touch }: Checked, t: MockWords): Finding[] {
  const { start } = t;
  return [
    { name: start.checks.storage, text: kept ? start.storageOk : start.storageBad, isGood: kept },
    { name: start.checks.clock, ...clockFinding(aheadMs, t) },
    { name: start.checks.network, ...networkFinding(roundTripMs, t) },
    { name: start.checks.input, text: touch ? start.inputTouch : start.inputKeys, isGood: true },
  ];
}

/** A clock that is off does no harm: it is told, and no fault. */
function clockFinding(aheadMs: number | undefined, t: MockWords): Omit<Finding, 'name'> {
  if (aheadMs === undefined) return { text: t.start.clockUnknown, isGood: true };
  const off = Math.abs(aheadMs);
  if (off < CLOCK_MS) return { text: t.start.clockOk, isGood: true };
  const text = off < 60_000 ? t.start.seconds(Math.round(off / 1000)) : durationText(off, t);
  return { text: t.start.clockOff(text, aheadMs > 0), isGood: true };
}

function networkFinding(ms: number | undefined, t: MockWords): Omit<Finding, 'name'> {
  if (ms === undefined) return { text: t.start.networkBad, isGood: false };
  return ms < SLOW_MS
    ? { text: t.start.networkGood(ms), isGood: true }
    : { text: t.start.networkSlow(ms), isGood: false };
}
