import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonOf, packEntries, unpackEntries } from '../../../functions/store/packed-entries.ts';
import { anyInstant, stamped } from '../../support/arbitrary.ts';
import { answer, at, NOON } from '../../support/builders.ts';

const COMMON = { base: NOON, profile: 'official-1' };
const many = fc.array(stamped(anyInstant), { minLength: 1, maxLength: 50 });

it('gives back what was packed, one line an entry, against anything in common', () => {
  const profile = fc.constantFrom(undefined, 'official-1', 'official-2', '1');
  const anyCommon = fc.record({ base: anyInstant, profile });
  fc.assert(
    fc.property(many, anyCommon, (entries, common) => {
      const lines = packEntries(entries, common);
      expect(lines.split('\n')).toHaveLength(entries.length);
      expect(unpackEntries(lines, common)).toEqual(entries);
    }),
  );
});

it('gives back what was packed against what the entries have in common', () => {
  fc.assert(
    fc.property(many, (entries) => {
      const common = commonOf(entries);
      expect(unpackEntries(packEntries(entries, common), common)).toEqual(entries);
    }),
  );
});

it('finds in common the first time and the profile of the first answer, of which no line of that profile speaks', () => {
  const mark = { kind: 'mark' as const, at: at(1), question: 'jc-04-001', mark: 'flag' as const, on: true };
  const later = { at: at(3), profile: 'official-2' };
  const entries = [mark, answer({ at: at(2) }), answer(later), answer({ at: at(4) })];
  const common = commonOf(entries);
  expect(common).toEqual({ base: at(1), profile: 'official-1' });
  expect(packEntries(entries, common).split('\n').slice(1)).toEqual([
    'rs jc-04-001 1 A 2/2',
    '1jk jc-04-001 1 A 2/2 official-2',
    '2bc jc-04-001 1 A 2/2',
  ]);
  expect(commonOf([mark])).toEqual({ base: at(1) });
});

it('takes no answer whose profile nobody names', () => {
  expect(unpackEntries('0 jc-04-001 1 A 2/2', { base: NOON })).toBeUndefined();
});

it('packs an answer as a short line, also a blank one and one before the base', () => {
  const earlier = answer({ at: at(-1), picked: [], earned: 0 });
  expect(packEntries([answer(), earlier], COMMON)).toBe('0 jc-04-001 1 A 2/2\n-rs jc-04-001 1 - 0/2');
  expect(unpackEntries('-rs jc-04-001 1 - 0/2', COMMON)).toEqual([earlier]);
});

it('packs any other entry as its JSON, its time as a difference', () => {
  const note = { kind: 'note' as const, at: at(2), question: 'jc-04-001', text: '一\n二' };
  expect(packEntries([note], COMMON)).toBe('{"kind":"note","question":"jc-04-001","text":"一\\n二","at":2000}');
});
