import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../../functions/content/canonical.ts';
import { releaseDivisions } from '../../../../functions/content/divisions/release.ts';
import { type Divisions, levelOf } from '../../../../functions/domain/divisions/division.ts';
import { type DivisionFile, type DivisionIndex, divisionsOf } from '../../../../functions/domain/divisions/file.ts';
import { pathOf } from '../../../../functions/domain/divisions/paths.ts';
import { country, presentOn, shipped, TODAY } from './builders.ts';

const release = releaseDivisions(shipped);
const read = <T>(hash = ''): T => JSON.parse(release.files.get(hash) ?? 'null');
const index = read<DivisionIndex>(release.indexHash);

describe('a release of the divisions', () => {
  test('names every file by the hash of its bytes: a file for each province, and the index', () => {
    for (const [hash, text] of release.files) expect(contentHash(text)).toBe(hash);
    expect(Object.keys(index.packs)).toHaveLength(34);
    expect([...release.files.keys()].sort()).toEqual([...Object.values(index.packs), release.indexHash].sort());
    expect(release.divisions).toBeGreaterThan(44_000);
  });

  test('has every county in its index, in its place on every day, and no township', () => {
    const counties = divisionsOf(index);
    expect([...counties.keys()].filter((code) => levelOf(code) === 'township')).toEqual([]);
    for (const day of ['2023-01-01', '2025-11-06', TODAY]) {
      const high = presentOn(day).filter((code) => levelOf(code) !== 'township');
      const way = (divisions: Divisions, code: string) =>
        pathOf(divisions, code, day).map((d) => d.code + d.name + d.initials);
      const differing = high.filter((code) => way(counties, code).join() !== way(country, code).join());
      expect(differing).toEqual([]);
    }
  });

  test('has the whole province in its file, with the changes that concern it', () => {
    const chongqing = read<DivisionFile>(index.packs['500000']);
    expect(chongqing).toMatchObject({ format: 1, edition: '2023', changes: [{ on: '2025-11-07' }] });
    expect(pathOf(divisionsOf(chongqing), '500112133', TODAY).map(({ name }) => name)).toEqual([
      '重庆市',
      '北碚区',
      '统景镇',
    ]);
    expect(read<DivisionFile>(index.packs['360000']).changes).toEqual([]);
  });

  test('is the same for the same edition', () => {
    expect(releaseDivisions(structuredClone(shipped)).indexHash).toBe(release.indexHash);
  });

  test('changes a province and the index when a name changes, and nothing else', () => {
    const other = structuredClone(shipped);
    const [row] = other.provinces.find((file) => file.rows[0]?.[0] === '360000')?.rows ?? [];
    if (row !== undefined) row[1] = '别省';
    const changed = releaseDivisions(other);
    const differing = Object.keys(index.packs).filter((code) => changed.index.packs[code] !== index.packs[code]);
    expect(differing).toEqual(['360000']);
    expect(changed.indexHash).not.toBe(release.indexHash);
  });
});
