// The mock bank: what nobody may see a key of before an attempt is closed. Checked as the practice bank is, and against it; unreviewed items are no fault,
// for they are not released.
import { join } from 'node:path';
import { about, type Bank, type Candidate, type EssayFile, type Finding, placed, type Refs } from './bank.ts';
import { checks } from './checks/all.ts';
import { isReadTwice } from './essay-review.ts';
import { toEssay } from './essay-schema.ts';
import { readBank } from './load.ts';
import { essayFindings } from './mock-checks/essays.ts';
import { mockIds } from './mock-checks/ids.ts';
import { repeated } from './mock-checks/repeated.ts';
import { supply } from './mock-checks/supply.ts';
import { type ReleasedList, readReleased, standingOf } from './released.ts';
import { isReviewed } from './review.ts';
import { toQuestion } from './schema.ts';

/** Where the mock bank's files stand. */
export const mockFolder = join(import.meta.dirname, 'mock');

export interface MockContent {
  bank: Bank;
  essays: EssayFile[];
  released: ReleasedList;
}

export interface LoadedMock extends MockContent {
  findings: Finding[];
}

/** The mock bank as far as it can be read, with all that is wrong with it. `practice` is what it must not repeat. */
export function loadMock(folder: string, refs: Refs, practice: Bank): LoadedMock {
  const { bank, essays, findings } = readBank(folder);
  const content = { bank, essays, released: readReleased(folder) };
  return { ...content, findings: [...findings, ...mockFindings(content, refs, practice)] };
}

/** Every item of the mock bank, as it would be released; what could not be verified counts as not reviewed. */
export function candidatesOf({ bank, essays }: Pick<MockContent, 'bank' | 'essays'>): Candidate[] {
  const questions = placed(bank).map(({ file, item }) => ({
    file,
    item: { ...toQuestion(item), chapter: file.chapter },
    reviewed: isReviewed(item) && item.unverified !== true,
  }));
  const written = essays.flatMap((file) =>
    file.essays.map((essay) => ({
      file,
      item: { ...toEssay(essay), chapter: file.chapter },
      reviewed: isReadTwice(essay),
    })),
  );
  return [...questions, ...written];
}

function mockFindings(content: MockContent, refs: Refs, practice: Bank): Finding[] {
  const candidates = candidatesOf(content);
  return [
    ...Object.entries(checks)
      .filter(([name]) => name !== 'near-duplicate')
      .flatMap(([name, check]) => softened(name === 'review', check(content.bank, refs))),
    ...essayFindings(content.essays, refs),
    ...repeated(content.bank, practice),
    ...mockIds(candidates),
    ...supply(candidates, refs),
    ...releaseFindings(candidates, content.released),
  ];
}

/** What is not reviewed is not released: until it is, that is a warning. */
function softened(soft: boolean, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => (soft ? { ...finding, level: 'warning' } : finding));
}

function releaseFindings(candidates: readonly Candidate[], list: ReleasedList): Finding[] {
  return candidates.flatMap((at) => {
    const standing = standingOf(at, list);
    const { version = 0 } = list[at.item.id] ?? {};
    if (standing === 'edited') {
      const message = `Version ${version} was released with other words: give it version ${version + 1} and have it read again.`;
      return [about(at, 'released', message)];
    }
    if (standing === 'listed' || !at.reviewed) return [];
    return [
      about(at, 'unlisted', 'It is reviewed but not on the list of released items: run the release-mock command.'),
    ];
  });
}
