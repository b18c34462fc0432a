// What the functions of mock papers read: a file a subject and an index, beside their bundles. The same content gives the same bytes, whatever the order
// of its files. Only what is reviewed and stands on the list of released items is in it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ItemKind } from '../domain/papers/blueprint.ts';
import type { MockIndex, MockItem, MockSubject, MockSummary } from '../domain/questions/mock.ts';
import { type Finding, type Refs, treeOf } from './bank.ts';
import { canonicalJson } from './canonical.ts';
import { candidatesOf, type LoadedMock, type MockContent } from './mock.ts';
import type { Subject } from './reference-schema.ts';
import { standingOf } from './released.ts';

export interface MockRelease {
  index: MockIndex;
  subjects: MockSubject[];
}

/** What of a mock bank is released. Whether something stands against it is for the caller to ask first: `againstRelease`. */
export function buildMockRelease(content: MockContent, refs: Refs): MockRelease {
  const out = candidatesOf(content).filter((c) => c.reviewed && standingOf(c, content.released) === 'listed');
  const subjects = refs.subjects.flatMap((subject) => {
    const items = out.filter((c) => c.file.subject === subject.id).map((c) => c.item);
    return items.length === 0 ? [] : [releasedSubject(subject, items, refs)];
  });
  const { blueprints, passLines } = refs;
  return { index: { format: 1, subjects: subjects.map(summary), blueprints, passLines }, subjects };
}

/** The errors that stop a release: those of what would go out, and any item that was edited under a released version. */
export function againstRelease({ findings, ...content }: LoadedMock): Finding[] {
  const out = new Set(candidatesOf(content).flatMap((c) => (c.reviewed ? c.item.id : [])));
  const stops = ({ level, check, item }: Finding): boolean =>
    level === 'error' && check !== 'unlisted' && (check === 'released' || (item !== undefined && out.has(item)));
  return findings.filter(stops);
}

/** Writes `index.json` and `<subject>.json` into a folder. */
export function writeMockRelease({ index, subjects }: MockRelease, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.json'), canonicalJson(index));
  for (const subject of subjects) writeFileSync(join(folder, `${subject.id}.json`), canonicalJson(subject));
}

function releasedSubject({ id, level, name, form }: Subject, items: readonly MockItem[], refs: Refs): MockSubject {
  const chapters = (treeOf(refs, id)?.chapters ?? []).map((chapter) => {
    const { id, number, name, weight = 1 } = chapter;
    return { id, number, name, weight };
  });
  return { id, level, name, form, chapters, items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function summary({ id, level, name, form, items }: MockSubject): MockSummary {
  const counts: Partial<Record<ItemKind, number>> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return { id, level, name, form, counts };
}
