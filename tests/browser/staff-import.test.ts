// A city's manager imports 500 workers from a workbook with seven bad rows; a reader of another province finds nothing of them anywhere.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seedIdNumber, seedPhone } from '../../functions/local/seed-numbers.ts';
import { importZh } from '../../site/src/words/zh-import.ts';
import { staffZh as t } from '../../site/src/words/zh-staff.ts';
import { workbook } from '../site/islands/staff/import/files.ts';
import { plant } from './planted.ts';
import { openStaff, planned, searchTree, settled, signInStaff, stationsOf } from './staff.ts';
import { DESK, useVisitors, visitor } from './visitors.ts';

useVisitors();

const COUNT = 500;
/** Every row is a transaction on an engine that keeps all it has ever written. */
const WHOLE_MS = 300_000;
const HEADINGS = ['所在机构', '姓名', '手机号', '身份证号', '岗位', '是否在编', '学历', '入职日期'];
const stations = [...stationsOf('360424'), ...stationsOf('360425')];
const stationOf = (i: number) => stations[i % stations.length] as (typeof stations)[number];
const nameOf = (i: number) => `导入社工${String(i).padStart(3, '0')}`;
/** No number of the demo world is so high. */
const phoneOf = (i: number) => seedPhone(91_000_000 + i);
const idOf = (i: number) => seedIdNumber(40_000 + i);

/** Somebody of the demo world has this phone: at another station, under another name. */
const TAKEN = seedPhone(90);

/** Index of a row → what is written in it instead, and what is said about it. */
const bad: Readonly<Record<number, { cells: readonly [number, string][]; says: string }>> = {
  7: { cells: [[3, wrongCheck(idOf(7))]], says: importZh.trouble({ code: 'id-checksum' }) },
  80: { cells: [[1, '']], says: importZh.trouble({ code: 'missing' }) },
  150: { cells: [[0, '云上社工站']], says: '找不到这个单位' },
  151: { cells: [[2, phoneOf(260)]], says: importZh.trouble({ code: 'duplicate', candidates: ['153', '262'] }) },
  260: { cells: [], says: importZh.trouble({ code: 'duplicate', candidates: ['153', '262'] }) },
  333: { cells: [[7, '2025-02-30']], says: importZh.trouble({ code: 'day-calendar' }) },
  499: {
    cells: [
      [2, TAKEN],
      [3, ''],
    ],
    says: importZh.trouble({ code: 'employed-elsewhere' }),
  },
};

function wrongCheck(id: string): string {
  return `${id.slice(0, 17)}${id.endsWith('0') ? '1' : '0'}`;
}

/** The row of an index: the first stands in line 2, below the headings. */
function rowOf(i: number): string[] {
  const { name, parent } = stationOf(i);
  const unit = `${planned(parent ?? '').name}/${name}`;
  const row = [unit, nameOf(i), phoneOf(i), idOf(i), i % 3 === 0 ? '网格员' : '社工', '否', '本科', '2025-03-01'];
  for (const [at, text] of bad[i]?.cells ?? []) row[at] = text;
  return row;
}

const rows = Array.from({ length: COUNT }, (_, i) => rowOf(i));
for (const row of rows) for (const number of [row[2], row[3]]) if (number) plant(number);

/** From the choice of the file to the end of the dry run. */
async function dryRun(page: Page): Promise<void> {
  const buffer = Buffer.from(await workbook([HEADINGS, ...rows]));
  await page.locator('input[type=file]').setInputFiles({ name: '人员.xlsx', mimeType: '', buffer });
  await page.getByText(importZh.columns.lead(1)).waitFor();
  await page.locator('button[aria-disabled=false]', { hasText: importZh.next }).click();
  await page.getByText(importZh.check.done).waitFor({ timeout: WHOLE_MS / 3 });
}

/** 新登记, 更新, 无变化, 有问题. */
async function figures(page: Page): Promise<number[]> {
  return (await page.locator('.figures dd').allTextContents()).map(Number);
}

/** People's names at a unit, as the list shows them. */
async function namesAt(page: Page, unit: string): Promise<string[]> {
  await openStaff(page, `/staff/people/?unit=${unit}`);
  await page.locator('table.grid').waitFor();
  return page.locator('table.grid a.name').allTextContents();
}

describe('500 workers in a workbook, seven of its rows bad', () => {
  it(
    '493 come in and stand at their stations, seven are explained by line, the same file again changes nothing',
    async () => {
      const { page } = await visitor({ viewport: DESK });
      await signInStaff(page, 'city', '/staff/import/');
      await dryRun(page);
      expect(await figures(page)).toEqual([493, 0, 0, 7]);
      const told = await page
        .locator('.troubles tbody tr')
        .evaluateAll((lines) =>
          lines.map((line) => [line.querySelector('th')?.textContent ?? '', line.lastElementChild?.textContent ?? '']),
        );
      const wanted = Object.entries(bad).map(([i, { says }]) => [String(Number(i) + 2), expect.stringContaining(says)]);
      expect(told).toEqual(wanted);

      await page.getByRole('button', { name: importZh.check.import(493) }).click();
      await page.getByText(importZh.result.done).waitFor({ timeout: WHOLE_MS / 3 });
      expect(await figures(page)).toEqual([493, 0, 0, 7]);

      await page.getByRole('button', { name: importZh.result.again }).click();
      await dryRun(page);
      expect(await figures(page)).toEqual([0, 0, 493, 7]);
      await page.getByText(importZh.check.nothing).waitFor();

      for (const at of [0, stations.length - 1]) {
        const wanted = rows.flatMap((_, i) => (stationOf(i).id === stationOf(at).id && !bad[i] ? [nameOf(i)] : []));
        const found = (await namesAt(page, stationOf(at).id)).filter((name) => name.startsWith('导入社工'));
        expect(found.sort()).toEqual(wanted);
      }
    },
    WHOLE_MS,
  );

  it('a reader of another province finds them nowhere: not in tree, list or search, nor by id, nor in the audit', async () => {
    const manager = await visitor({ viewport: DESK });
    await signInStaff(manager.page, 'city', `/staff/people/?unit=${stationOf(0).id}`);
    const link = manager.page.locator('a.name', { hasText: nameOf(0) });
    const person = new URL((await link.getAttribute('href')) ?? '', 'http://x').searchParams.get('person') ?? '';
    expect(person).not.toBe('');

    const { page, context, expects } = await visitor({ viewport: DESK });
    expects(/404/);
    const heard: Promise<string>[] = [];
    context.on('response', (response) => {
      if (response.url().includes('/api/staff/')) heard.push(response.text().catch(() => ''));
    });
    await signInStaff(page, 'bureau');
    await searchTree(page, stationOf(0).name, 0);
    await searchTree(page, '和县', 2);
    await openStaff(page, '/staff/people/?unit=b-340523');
    await page.getByLabel(t.people.name, { exact: true }).fill('导入社工');
    await page.getByText(t.people.noneFiltered).or(page.getByText(t.people.none)).waitFor();

    const foreign = [
      `/staff/?unit=${stationOf(0).id}`,
      `/staff/people/?unit=${stationOf(0).id}`,
      `/staff/roles/?unit=${stationOf(0).id}`,
      `/staff/audit/?unit=${stationOf(0).id}`,
      '/staff/people/?unit=b-360400',
      '/staff/audit/?unit=b-360400',
      `/staff/person/?person=${person}`,
    ];
    const unknown = foreign.map((path) => path.replace(/=[^=]+$/, '=nobody-and-nothing'));
    expect(await shownAt(page, foreign)).toEqual(await shownAt(page, unknown));
    const answer = (id: string) => page.request.get(`/api/staff/people/${id}`);
    const [theirs, nobodys] = [await answer(person), await answer('nobody-and-nothing')];
    const { instance: _, ...problem } = await theirs.json();
    const { instance: __, ...samely } = await nobodys.json();
    expect([theirs.status(), problem]).toEqual([404, samely]);

    const all = (await Promise.all(heard)).join('\n');
    expect(all.length).toBeGreaterThan(1000);
    const marks = rows.flatMap((row) => row.slice(1, 4).filter((mark) => mark !== ''));
    const masks = [phoneOf(0), phoneOf(1)].map((phone) => `${phone.slice(0, 3)}****${phone.slice(7)}`);
    expect([...marks, ...masks, person, stationOf(0).name].filter((mark) => all.includes(mark))).toEqual([]);
  });
});

/** What is to be read on each of these pages. */
async function shownAt(page: Page, paths: readonly string[]): Promise<string[]> {
  const shown: string[] = [];
  for (const path of paths) {
    await openStaff(page, path);
    await settled(page);
    shown.push((await page.locator('main').innerText()).trim());
  }
  return shown;
}
