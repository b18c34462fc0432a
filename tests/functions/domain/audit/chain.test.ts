import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  type AuditLine,
  checkChain,
  EMPTY_HEAD,
  type Head,
  headOf,
  lineText,
  nextLine,
} from '../../../../functions/domain/audit/chain.ts';
import { instant } from '../../../support/arbitrary.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function chainOf(entries: readonly AuditEntry[], from: Head = EMPTY_HEAD): { lines: AuditLine[]; head: Head } {
  const lines: AuditLine[] = [];
  let head = from;
  for (const entry of entries) {
    const line = nextLine(head, entry, sha256);
    lines.push(line);
    head = headOf(line);
  }
  return { lines, head };
}

function check(lines: readonly AuditLine[], to: Head) {
  return checkChain(lines, { to }, sha256);
}

const words = fc.string({ unit: fc.constantFrom('某', 'a', '"', '\\', '\n', '\u2028', '\ud800', '{'), maxLength: 6 });
const facts = fc.dictionary(
  fc.constantFrom('name', 'quota', '__proto__', '1', '名'),
  fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.array(words, { maxLength: 2 })),
);

const anyEntry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    at: instant,
    actor: fc.oneof(
      fc.record({ kind: fc.constant('person' as const), person: fc.constantFrom('person-a', 'person-b') }),
      fc.record({ kind: fc.constant('system' as const), name: fc.constant('closer') }),
    ),
    as: fc.record({ role: fc.constantFrom('liaison', 'bureau-manager'), unit: fc.constantFrom('11', '110') }),
    action: fc.constantFrom('changeUnit', 'addPerson', 'unmaskPerson'),
    thing: fc.record({ type: fc.constantFrom('unit', 'person'), id: fc.constantFrom('a', 'b') }),
    unit: fc.constantFrom('11', '110', null),
    before: facts,
    after: facts,
    why: words,
  },
  { requiredKeys: ['at', 'actor', 'action', 'thing', 'unit'] },
);

/** A chain of some lines, and a place in it. */
const anyChain = (least: number) =>
  fc
    .array(anyEntry, { minLength: least, maxLength: 12 })
    .chain((entries) => fc.tuple(fc.constant(chainOf(entries)), fc.nat({ max: Math.max(0, entries.length - 1) })));

function without(lines: readonly AuditLine[], i: number): AuditLine[] {
  return lines.toSpliced(i, 1);
}

function at(lines: readonly AuditLine[], i: number): AuditLine {
  const line = lines[i];
  if (line === undefined) throw new Error(`no line ${i}`);
  return line;
}

describe('a chain that nobody touched', () => {
  it('is never doubted, whole or from any place on, however its lines were stored', () => {
    fc.assert(
      fc.property(anyChain(0), ([{ lines, head }, i]) => {
        const stored: AuditLine[] = lines.map((line) => JSON.parse(JSON.stringify(reversed(line))));
        expect(check(stored, head)).toEqual({ ok: true });
        const from = i === 0 ? EMPTY_HEAD : headOf(at(lines, i - 1));
        expect(checkChain(stored.slice(i), { from, to: head }, sha256)).toEqual({ ok: true });
      }),
    );
  });

  it('counts from 1 without gaps, each line holding the hash before it', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }]) => {
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
        expect(lines.map(({ previous }) => previous)).toEqual(['', ...lines.slice(0, -1).map(({ hash }) => hash)]);
        expect(head).toEqual({ seq: lines.length, hash: lines.at(-1)?.hash });
      }),
    );
  });
});

/** The same fields in the other order. */
function reversed(line: AuditLine): object {
  return Object.fromEntries(Object.entries(line).reverse());
}

describe('a chain shows', () => {
  it('a line of another unit, at its place, however well the lines hang together', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }]) => {
        const checked = checkChain(lines, { to: head, unit: 'elsewhere' }, sha256);
        expect(checked).toEqual({ ok: false, at: 1, fault: 'foreign' });
      }),
    );
  });

  it('an edit of any field, at its line', () => {
    const edits: ((line: AuditLine) => object)[] = [
      (line) => ({ at: `${line.at}0` }),
      () => ({ actor: { kind: 'person', person: 'person-c' } }),
      () => ({ as: { role: 'operator', unit: '11' } }),
      () => ({ action: 'closeUnit' }),
      ({ thing }) => ({ thing: { ...thing, id: `${thing.id}2` } }),
      ({ unit }) => ({ unit: unit === null ? '11' : null }),
      ({ before }) => ({ before: { ...before, added: 1 } }),
      ({ after }) => ({ after: after === undefined ? {} : undefined }),
      ({ why }) => ({ why: `${why ?? ''} ` }),
      ({ hash }) => ({ hash: hash.toUpperCase() }),
      () => ({ previous: 'f' }),
      () => ({ more: true }),
    ];
    fc.assert(
      fc.property(anyChain(1), fc.constantFrom(...edits), ([{ lines, head }, i], edit) => {
        const line = at(lines, i);
        const edited = { ...line, ...edit(line) };
        fc.pre(edited.hash !== line.hash || lineText(edited) !== lineText(line));
        expect(check(lines.with(i, edited), head)).toEqual({ ok: false, at: i + 1, fault: 'edited' });
      }),
    );
  });

  it('an edit whose hash was made anew, at the latest at the next line or the head', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }, i]) => {
        const { hash: _, ...line } = { ...at(lines, i), why: 'another reason' };
        const forged = { ...line, hash: sha256(lineText(line)) };
        const next = Math.min(i + 2, lines.length);
        expect(check(lines.with(i, forged), head)).toEqual({ ok: false, at: next, fault: 'edited' });
      }),
    );
  });

  it('a chain forged from some line to its end', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }, i]) => {
        const from = i === 0 ? EMPTY_HEAD : headOf(at(lines, i - 1));
        const forged = chainOf(
          lines.slice(i).map((line) => ({ ...line, why: 'another reason' })),
          from,
        );
        const all = [...lines.slice(0, i), ...forged.lines];
        expect(check(all, head)).toEqual({ ok: false, at: head.seq, fault: 'edited' });
      }),
    );
  });

  it('a line taken out, as a gap, and the last one as a cut', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }, i]) => {
        const fault = i === lines.length - 1 ? 'cut' : 'gap';
        expect(check(without(lines, i), head)).toEqual({ ok: false, at: i + 1, fault });
      }),
    );
  });

  it('an end cut off at any place, all of it too', () => {
    fc.assert(
      fc.property(anyChain(1), ([{ lines, head }, i]) => {
        expect(check(lines.slice(0, i), head)).toEqual({ ok: false, at: i + 1, fault: 'cut' });
      }),
    );
  });

  it('lines in another order, at the first that is not in its place', () => {
    const places = fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 }));
    fc.assert(
      fc.property(anyChain(2), places, ([{ lines, head }], [a, b]) => {
        const [first, second] = [Math.min(a, b) % lines.length, Math.max(a, b) % lines.length].sort((x, y) => x - y);
        fc.pre(first !== undefined && second !== undefined && first !== second);
        const swapped = lines.with(first, at(lines, second)).with(second, at(lines, first));
        expect(check(swapped, head)).toEqual({ ok: false, at: first + 1, fault: 'reordered' });
      }),
    );
  });

  it('a line that stands there twice', () => {
    fc.assert(
      fc.property(anyChain(1), fc.nat({ max: 12 }), ([{ lines, head }, i], to) => {
        const twice = lines.toSpliced(to % (lines.length + 1), 0, at(lines, i));
        expect(check(twice, head).ok).toBe(false);
      }),
    );
  });

  it('a line put in, well linked to the one before', () => {
    fc.assert(
      fc.property(anyChain(1), anyEntry, ([{ lines, head }, i], entry) => {
        const before = i === 0 ? EMPTY_HEAD : headOf(at(lines, i - 1));
        const planted = nextLine(before, entry, sha256);
        expect(check(lines.toSpliced(i, 0, planted), head)).toEqual({ ok: false, at: i + 2, fault: 'reordered' });
      }),
    );
  });

  it('lines added past the head, at the first of them', () => {
    fc.assert(
      fc.property(anyChain(1), anyEntry, ([{ lines, head }], entry) => {
        const more = [...lines, ...chainOf([entry, entry], head).lines];
        expect(check(more, head)).toEqual({ ok: false, at: head.seq + 1, fault: 'edited' });
      }),
    );
  });

  it('a head that was set back to before the last check', () => {
    const { head } = chainOf([]);
    expect(checkChain([], { from: { seq: 3, hash: 'x' }, to: head }, sha256)).toEqual({
      ok: false,
      at: 3,
      fault: 'edited',
    });
  });
});

describe('the text of a line', () => {
  it('is the same for the same line and tells two lines apart', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (a, b) => {
        const [one, other] = [a, b].map((entry) => nextLine(EMPTY_HEAD, entry, sha256));
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(one?.hash === other?.hash).toBe(same);
      }),
    );
  });

  it('holds no phone and no identity number, whatever a caller passes', () => {
    const line = nextLine(
      EMPTY_HEAD,
      {
        at: '2026-11-23T04:00:00.000Z',
        actor: { kind: 'person', person: 'person-a' },
        action: 'unmaskPerson',
        thing: { type: 'person', id: 'person-b' },
        unit: '11',
        before: { phone: '13812345678' },
        after: { list: ['11010519491231002X'] },
        why: '电话13812345678核对',
      },
      sha256,
    );
    expect(line).toMatchObject({
      before: { phone: '138****5678' },
      after: { list: ['110105********002X'] },
      why: '电话138****5678核对',
    });
  });
});

/** Every field as a path and a value, in the order of the paths. */
function sorted(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value) ?? '']];
  const inside = Object.entries(value).flatMap(([key, inner]) => sorted(inner, `${path}/${key}`));
  const own: [string, string] = [path, Array.isArray(value) ? '[]' : '{}'];
  const ours = path === '' ? inside.filter(([at]) => at !== '/hash') : inside;
  return [own, ...ours].sort(([a], [b]) => (a < b ? -1 : 1));
}
