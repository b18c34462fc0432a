// What was changed between editions, as it was announced. History is added to, never rewritten: the days before a change answer as before.
import type { Day } from '../time.ts';
import type { Division, Divisions, ParentLink } from './division.ts';

export interface Opening {
  code: string;
  name: string;
  initials: string;
  parent: string;
}

export interface Closing {
  code: string;
  /** Where its area went. What still lies under it moves to the first of these. */
  into: string[];
  /** What it was, where the edition was made after the change and no longer names it. */
  was?: { name: string; initials: string; parent: string };
}

/** One announcement. Its parts are made in this order: open, move, close. */
export interface Change {
  /** The first day on which it holds. */
  on: Day;
  /** Who announced what, and where it can be read. */
  source: string;
  open?: Opening[];
  /** Divisions that keep their code under another parent: `[code, parent]`. */
  move?: [code: string, parent: string][];
  close?: Closing[];
}

/**
 * The divisions with the changes made, in the order given. What a change says of codes that are not here is left out: a file of one
 * province, or of counties alone, can carry changes that go further.
 */
export function applyChanges(divisions: Divisions, changes: readonly Change[]): Divisions {
  const now = new Map(divisions);
  for (const { on, open = [], move = [], close = [] } of changes) {
    for (const opening of open) makeOpening(now, opening, on);
    for (const [code, parent] of move) makeMove(now, code, { parent, from: on });
    for (const closing of close) makeClosing(now, closing, on);
  }
  return now;
}

/** Adds what the edition does not know yet. What it knows already, and all under it, is said to be there from that day. */
function makeOpening(now: Map<string, Division>, opening: Opening, on: Day): void {
  const { code, name, initials, parent } = opening;
  const known = now.get(code);
  if (known === undefined) {
    if (now.has(parent)) now.set(code, { code, name, initials, links: [{ parent, from: on }], successors: [] });
    return;
  }
  const dated = (link: ParentLink): ParentLink => (link.from === undefined ? { ...link, from: on } : link);
  now.set(code, { ...known, links: known.links.map(dated) });
  for (const below of presentUnder(now, code)) {
    now.set(below.code, { ...below, links: below.links.map((link) => (link.parent === code ? dated(link) : link)) });
  }
}

/** An abolished division stays where it was. */
function makeMove(now: Map<string, Division>, code: string, link: ParentLink & { parent: string; from: Day }): void {
  const division = now.get(code);
  if (division === undefined || division.links.at(-1)?.to !== undefined || !now.has(link.parent)) return;
  now.set(code, { ...division, links: [...ended(division.links, link.from), link] });
}

function makeClosing(now: Map<string, Division>, { code, into, was }: Closing, on: Day): void {
  const [heir] = into;
  const known = now.get(code);
  if (known === undefined) {
    if (was === undefined || !now.has(was.parent)) return;
    const { parent, ...named } = was;
    now.set(code, { code, ...named, links: [{ parent, to: on }], successors: into });
    return;
  }
  for (const left of presentUnder(now, code)) {
    if (heir !== undefined) makeMove(now, left.code, { parent: heir, from: on });
  }
  now.set(code, { ...known, links: ended(known.links, on), successors: into });
}

function presentUnder(now: Map<string, Division>, code: string): Division[] {
  return [...now.values()].filter(({ links }) => links.at(-1)?.parent === code && links.at(-1)?.to === undefined);
}

function ended(links: readonly ParentLink[], on: Day): ParentLink[] {
  return links.map((link) => (link.to === undefined ? { ...link, to: on } : link));
}
