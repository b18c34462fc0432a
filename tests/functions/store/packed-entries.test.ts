import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packEntries, unpackEntries } from '../../../functions/store/packed-entries.ts';
import { anyInstant, stamped } from '../../support/arbitrary.ts';
import { answer, at, NOON } from '../../support/builders.ts';

it('gives back what was packed, one line an entry, against any base', () => {
  const many = fc.array(stamped(anyInstant), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(many, anyInstant, (entries, base) => {
      const lines = packEntries(entries, base);
      expect(lines.split('\n')).toHaveLength(entries.length);
      expect(unpackEntries(lines, base)).toEqual(entries);
    }),
  );
});

it('packs an answer as a short line, also a blank one and one before the base', () => {
  const earlier = answer({ at: at(-1), picked: [], earned: 0 });
  expect(packEntries([answer(), earlier], NOON)).toBe('0 jc-04-001 1 A 2/2\n-rs jc-04-001 1 - 0/2');
  expect(unpackEntries('-rs jc-04-001 1 - 0/2', NOON)).toEqual([earlier]);
});

it('packs any other entry as its JSON, its time as a difference', () => {
  const note = { kind: 'note' as const, at: at(2), question: 'jc-04-001', text: '一\n二' };
  expect(packEntries([note], NOON)).toBe('{"kind":"note","question":"jc-04-001","text":"一\\n二","at":2000}');
});
