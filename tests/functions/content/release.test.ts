import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash } from '../../../functions/content/canonical.ts';
import { buildRelease, questionCount } from '../../../functions/content/release.ts';
import type { Pack } from '../../../functions/domain/questions/release.ts';
import { bankOf, file, multiple, refs, single } from './builders.ts';

const second = file([single({ id: 'jc05-001' })], { path: 'junior-comprehensive/05.json', chapter: 'jc18-05' });
const bank = { files: [file([single(), multiple()]), second] };

function packsOf(release: ReturnType<typeof buildRelease>): string[] {
  return release.catalogue.subjects.flatMap((s) => s.chapters.map((c) => c.pack));
}

describe('a release', () => {
  const release = buildRelease(bank, refs());

  test('names every file by the hash of its bytes, the catalogue included', () => {
    for (const [hash, text] of release.files) expect(contentHash(text)).toBe(hash);
    expect(release.files.get(release.catalogueHash)).toBe(canonicalJson(release.catalogue));
    expect([...release.files.keys()].sort()).toEqual([...packsOf(release), release.catalogueHash].sort());
  });

  test('holds a pack per chapter with whole questions, and lists them in the catalogue', () => {
    const [chapter, other] = release.catalogue.subjects[0]?.chapters ?? [];
    expect(chapter).toMatchObject({ id: 'jc18-04', number: 4, weight: 3, becomes: [] });
    expect(chapter?.questions).toEqual([
      { id: 'jc04-001', kind: 'single' },
      { id: 'jc04-101', kind: 'multiple' },
    ]);
    expect(other).toMatchObject({ id: 'jc18-05', becomes: [{ zh: '小组工作', en: 'Groups' }] });
    const pack: Pack = JSON.parse(release.files.get(chapter?.pack ?? '') ?? '{}');
    expect(pack).toMatchObject({ format: 1, chapter: 'jc18-04' });
    expect(pack.questions[0]).toMatchObject({ id: 'jc04-001', key: ['B'] });
    expect(pack.questions[0]).not.toHaveProperty('review');
    expect(questionCount(release.catalogue)).toBe(3);
  });

  test('shows a subject without questions with no chapters', () => {
    expect(release.catalogue.subjects[1]).toEqual({
      id: 'law-and-policy',
      level: 'intermediate',
      name: { zh: '法规与政策', en: 'Law' },
      edition: '2018',
      verified: false,
      chapters: [],
    });
  });

  test('says which law it follows, and when the exams are', () => {
    expect(release.catalogue).toMatchObject({ format: 1, lawAsOf: '2026-12-31', sittings: [{ year: 2027 }] });
  });

  test('leaves out items nobody reviewed, and chapters without any other', () => {
    const draft = single({ id: 'jc04-002', review: { state: 'draft', blind: [] } });
    expect(packsOf(buildRelease(bankOf(draft), refs()))).toEqual([]);
    const mixed = buildRelease(bankOf(single(), draft), refs());
    expect(mixed.catalogue.subjects[0]?.chapters[0]?.questions.map((q) => q.id)).toEqual(['jc04-001']);
  });
});

describe('the same bank', () => {
  test('gives the same bytes, whatever the order of its files, items and fields', () => {
    const reversed = (item: object): object => Object.fromEntries(Object.entries(item).reverse());
    const turned = {
      files: [second, file([reversed(multiple()), reversed(single())] as ReturnType<typeof single>[])],
    };
    const a = buildRelease(bank, refs());
    const b = buildRelease(turned, refs());
    expect(b.catalogueHash).toBe(a.catalogueHash);
    expect([...b.files].sort()).toEqual([...a.files].sort());
  });

  test('with one item changed changes its pack and the catalogue, and nothing else', () => {
    const changed = {
      files: [
        file([single({ explanation: '换了一种说法：与服务对象商量目标，体现的是自决原则。' }), multiple()]),
        second,
      ],
    };
    const a = buildRelease(bank, refs());
    const b = buildRelease(changed, refs());
    expect(packsOf(b)[0]).not.toBe(packsOf(a)[0]);
    expect(packsOf(b)[1]).toBe(packsOf(a)[1]);
    expect(b.catalogueHash).not.toBe(a.catalogueHash);
  });

  test('with one more blind answer on record stays the same release', () => {
    const item = single();
    const again = { state: 'reviewed' as const, blind: [...(item.review?.blind ?? []), ...(item.review?.blind ?? [])] };
    const a = buildRelease(bankOf(item), refs());
    expect(buildRelease(bankOf({ ...item, review: again }), refs()).catalogueHash).toBe(a.catalogueHash);
  });
});
