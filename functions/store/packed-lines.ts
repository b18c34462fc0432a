// A result's lines as they are stored: one line of text each, so that a whole paper's result is an item below 2 kB.
// `id[.version] <kind><chapter><verdict>[:earned[/possible]] picked spent[ <late>picked]`: chapters by their place in a list, seconds in base 36; what
// follows from kind and verdict is left out.
import type { LateReason } from '../domain/attempts/answers.ts';
import type { LineVerdict, ResultLine } from '../domain/attempts/result.ts';
import type { ItemKind } from '../domain/papers/blueprint.ts';

const KINDS: Readonly<Record<ItemKind, string>> = { single: 's', multiple: 'm', case: 'c', design: 'd' };

const VERDICTS: Readonly<Record<LineVerdict, string>> = {
  right: 'r',
  partial: 'p',
  wrong: 'w',
  blank: 'b',
  credited: 'c',
  unmarked: 'u',
  marked: 'm',
};

const REASONS: Readonly<Record<LateReason, string>> = {
  'made-after-deadline': 'd',
  'received-after-grace': 'g',
  'received-after-hand-in': 'h',
  voided: 'v',
};

/** What a question of the official paper can earn, in half-points. */
const POSSIBLE: Readonly<Partial<Record<ItemKind, number>>> = { single: 2, multiple: 4 };

const NOTHING = '-';
const LINE =
  /^([a-z0-9-]+)(?:\.(\d+))? ([smcd])([0-9a-z])([rpwbcum])(?::(\d+)(?:\/(\d+))?)? ([A-Z]+|-) ([0-9a-z]+)(?: ([dghv])([A-Z]+|-))?$/;

export interface PackedLines {
  /** The chapters that occur, separated by spaces. */
  chapters: string;
  lines: string;
}

export function packLines(lines: readonly ResultLine[]): PackedLines {
  const chapters = [...new Set(lines.map(({ chapter }) => chapter))].sort();
  return { chapters: chapters.join(' '), lines: lines.map((line) => packed(line, chapters)).join('\n') };
}

/** The lines again; undefined when one is not of the form. */
export function unpackLines({ chapters, lines }: PackedLines): ResultLine[] | undefined {
  const known = chapters.split(' ');
  const read = lines.split('\n').map((line, i) => unpacked(line, { n: i + 1, chapters: known }));
  return read.every((line) => line !== undefined) ? read : undefined;
}

function packed(line: ResultLine, chapters: readonly string[]): string {
  const { id, version, kind, verdict, spentS, late, latePicked = [] } = line;
  const name = version === 1 ? id : `${id}.${version}`;
  const how = `${KINDS[kind]}${chapters.indexOf(line.chapter).toString(36)}${VERDICTS[verdict]}${marksIn(line)}`;
  const after = late === undefined ? '' : ` ${REASONS[late]}${letters(latePicked)}`;
  return `${name} ${how} ${letters(line.picked)} ${spentS.toString(36)}${after}`;
}

function marksIn(line: ResultLine): string {
  const usual = usualMarks(line.kind, line.verdict);
  if (usual?.earned === line.earned && usual.possible === line.possible) return '';
  return usual?.possible === line.possible || POSSIBLE[line.kind] === line.possible
    ? `:${line.earned}`
    : `:${line.earned}/${line.possible}`;
}

/** What kind and verdict say by themselves; undefined where they do not say it. */
function usualMarks(kind: ItemKind, verdict: LineVerdict): { earned: number; possible: number } | undefined {
  const possible = POSSIBLE[kind];
  if (possible === undefined) return undefined;
  if (verdict === 'right' || verdict === 'credited') return { earned: possible, possible };
  return verdict === 'wrong' || verdict === 'blank' ? { earned: 0, possible } : undefined;
}

function unpacked(line: string, at: { n: number; chapters: readonly string[] }): ResultLine | undefined {
  const match = LINE.exec(line);
  if (match === null) return undefined;
  const [, id = '', version = '1', kindLetter, place = '', verdictLetter, earned, possible, picked = '', spent = ''] =
    match;
  const kind = nameOf(KINDS, kindLetter);
  const verdict = nameOf(VERDICTS, verdictLetter);
  const chapter = at.chapters[Number.parseInt(place, 36)];
  if (kind === undefined || verdict === undefined || chapter === undefined) return undefined;
  const usual = usualMarks(kind, verdict);
  const marks = {
    earned: earned === undefined ? usual?.earned : Number(earned),
    possible: possible === undefined ? POSSIBLE[kind] : Number(possible),
  };
  if (marks.earned === undefined || marks.possible === undefined) return undefined;
  const late = nameOf(REASONS, match[10]);
  return {
    ...{ n: at.n, id, version: Number(version), kind, chapter, picked: options(picked), verdict },
    ...{ earned: marks.earned, possible: marks.possible, spentS: Number.parseInt(spent, 36) },
    ...(late === undefined ? {} : { late, latePicked: options(match[11] ?? NOTHING) }),
  };
}

function nameOf<K extends string>(letters: Readonly<Record<K, string>>, letter: string | undefined): K | undefined {
  return (Object.keys(letters) as K[]).find((name) => letters[name] === letter);
}

function letters(picked: readonly string[]): string {
  return picked.join('') || NOTHING;
}

function options(text: string): string[] {
  return text === NOTHING ? [] : [...text];
}
