// What somebody types to hand in an entry: what is wrong with it, what is sent of it.
import { expect, it } from 'vitest';
import { ledgerShapes } from '../../../../functions/contract/ledger/shapes.ts';
import { type Draft, EMPTY, entryOf, faultsIn, minutesOf } from '../../../../site/src/islands/ledger/draft.ts';

const NOW = '2026-11-23T04:00:00.000Z';

const sound: Draft = { ...EMPTY, title: ' 研修 ', organiser: '协会', day: '2026-10-01', length: '7.5' };
const span = (day: string, from: string, to: string) => ({ day, from, to });

it('asks for what is missing, field by field', () => {
  expect(faultsIn(EMPTY, NOW)).toEqual({ title: 'title', organiser: 'organiser', day: 'day', length: 'length' });
  expect(faultsIn({ ...EMPTY, kind: 'local', how: 'times' }, NOW)).toMatchObject({
    ...{ province: 'province', category: 'category', 'span-0': 'span' },
  });
  expect(faultsIn({ ...sound, kind: 'degree', length: '' }, NOW)).toEqual({});
});

it('takes nothing that is still to come', () => {
  expect(faultsIn({ ...sound, day: '2026-11-23' }, NOW)).toEqual({});
  expect(faultsIn({ ...sound, day: '2026-11-24' }, NOW)).toEqual({ day: 'future' });
  const until = (to: string) => ({ ...sound, how: 'times', spans: [span('2026-11-23', '09:00', to)] }) as const;
  expect(faultsIn(until('12:00'), NOW)).toEqual({});
  expect(faultsIn(until('12:01'), NOW)).toEqual({ 'span-0': 'future' });
});

it('finds parts that overlap or end before they begin, and lets them touch', () => {
  const faults = (...spans: Draft['spans']) => faultsIn({ ...sound, how: 'times', spans }, NOW);
  const morning = span('2026-10-01', '09:00', '12:00');
  expect(faults(morning, span('2026-10-01', '12:00', '13:00'))).toEqual({});
  expect(faults(morning, span('2026-10-01', '11:59', '13:00'))).toEqual({ 'span-1': 'overlap' });
  expect(faults(span('2026-10-01', '12:00', '09:00'))).toEqual({ 'span-0': 'span' });
  expect(faults(span('2026-10-01', '20:00', '00:00'))).toEqual({});
});

it('waits for the fingerprints of files', () => {
  expect(faultsIn({ ...sound, isReading: true }, NOW)).toEqual({ evidence: 'reading' });
});

it('reads hours in either width as whole minutes of a day', () => {
  expect(['1', '1.5', '7.33', '２４', '0.1'].map(minutesOf)).toEqual([60, 90, 440, 1440, 6]);
  expect(['', '0', '24.1', '-1', '1e1', '八', '100'].map(minutesOf)).toEqual(Array(7).fill(undefined));
});

it('sends of every kind what the server takes, in China’s time', () => {
  const evidence = [{ name: '证明.pdf', bytes: 10, sha256: 'a'.repeat(64) }];
  const drafts: Draft[] = [
    { ...sound, evidence },
    { ...sound, how: 'times', spans: [span('2026-10-01', '09:00', '12:00'), span('2026-10-01', '20:00', '00:00')] },
    { ...sound, kind: 'degree' },
    { ...sound, kind: 'taught', degree: 'entry-0001' },
    { ...sound, kind: 'local', province: '36', category: '志愿服务' },
  ];
  const sent = drafts.map((draft) => ledgerShapes.addEntry.body.parse({ ...entryOf(draft), request: 'r'.repeat(16) }));
  expect(sent[0]).toMatchObject({
    kind: 'training',
    title: '研修',
    when: { day: '2026-10-01', minutes: 450 },
    evidence,
  });
  expect(sent[1]).toMatchObject({
    when: {
      intervals: [
        { from: '2026-10-01T01:00:00.000Z', to: '2026-10-01T04:00:00.000Z' },
        { from: '2026-10-01T12:00:00.000Z', to: '2026-10-01T16:00:00.000Z' },
      ],
    },
  });
  expect(sent[2]).toMatchObject({ kind: 'degree', day: '2026-10-01' });
  expect(sent[3]).toMatchObject({ degree: 'entry-0001' });
  expect(sent[4]).toMatchObject({ place: '360000', category: '志愿服务' });
});
