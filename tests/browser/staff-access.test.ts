// Every staff page and what opens on it, in both languages, on a phone and a desk, light and dark: no barrier that axe knows of, nothing to scroll
// sideways for at 320 px or with large text.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { seedPhone } from '../../functions/local/seed-numbers.ts';
import { importEn } from '../../site/src/words/en-import.ts';
import { staffEn } from '../../site/src/words/en-staff.ts';
import { type Lang, pageIn } from '../../site/src/words/lang.ts';
import { importZh } from '../../site/src/words/zh-import.ts';
import { staffZh } from '../../site/src/words/zh-staff.ts';
import { workbook } from '../site/islands/staff/import/files.ts';
import { barriers, looks } from './access.ts';
import { openStaff, planned, settled, signInStaff } from './staff.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();

const STATION = planned('s-360481100');
const PERSON = `${STATION.id}-01`;

/** A walk: opens things in one language, and looks at each of them. */
interface Walk {
  page: Page;
  t: typeof staffZh;
  words: typeof importZh;
  go(path: string): Promise<void>;
  look(state: string): Promise<void>;
  /** Looks at the dialog of a button with what it says is missing, and closes it. In one language alone: it is the longest part. */
  lookInto(button: string): Promise<void>;
}

const walks: Record<string, (walk: Walk) => Promise<void>> = {
  async 'units and people'({ page, t, go, look, lookInto }) {
    await go('/staff/');
    await look('the tree');
    await page.getByLabel(t.tree.search).fill('码头镇');
    await page.getByText(t.tree.found(1), { exact: true }).waitFor();
    await look('the tree, searched');
    await go(`/staff/?unit=${STATION.id}`);
    await look('a unit');
    await lookInto(t.acts.open);
    await lookInto(t.acts.close);
    await go(`/staff/people/?unit=${STATION.id}`);
    await look('people');
    await lookInto(t.acts.addPerson);
    await go(`/staff/person/?person=${PERSON}`);
    await look('a person');
    await lookInto(t.person.show(t.person.phone));
  },

  async 'roles, audit and import'({ page, t, words, go, look, lookInto }) {
    await go(`/staff/roles/?unit=${STATION.id}`);
    await look('roles');
    await lookInto(t.acts.giveRole);
    await go(`/staff/audit/?unit=${STATION.id}`);
    await page.locator('details summary').last().click();
    await look('the audit, a line opened');
    await go('/staff/people/?unit=nowhere');
    await look('a unit that is not there');
    await go(`/staff/import/?unit=${STATION.id}`);
    await look('import, the file');
    const rows = [
      ['姓名', '岗位', '手机号'],
      ['演示社工丙', '社工', seedPhone(94_000_001)],
      ['演示社工丁', '园丁', '12345'],
    ];
    const buffer = Buffer.from(await workbook(rows));
    await page.locator('input[type=file]').setInputFiles({ name: '人员.xlsx', mimeType: '', buffer });
    await page.locator('button[aria-disabled=false]', { hasText: words.next }).waitFor();
    await look('import, the columns');
    await page.locator('button[aria-disabled=false]', { hasText: words.next }).click();
    await page.getByText(words.check.done).waitFor();
    await look('import, the dry run');
  },
};

const cases = Object.keys(walks).flatMap((name) => (['zh', 'en'] as const).map((lang) => [name, lang] as const));

it.each(cases)('has no barrier on %s (%s)', async (name, lang: Lang) => {
  const { page, expects } = await visitor();
  expects(/404/);
  await signInStaff(page, 'city', pageIn(lang, '/staff/'));
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await barriers(page, looks[lang])).map((line) => `${state}, ${line}`));
  };
  await walks[name]?.({
    page,
    look,
    ...(lang === 'zh' ? { t: staffZh, words: importZh } : { t: staffEn, words: importEn }),
    go: (path) => openStaff(page, pageIn(lang, path)),
    async lookInto(button) {
      if (lang === 'en') return;
      await page.locator('main').getByRole('button', { name: button, exact: true }).click();
      await page.locator('dialog[open] button[type=submit]').click();
      await settled(page);
      await look(`the dialog 「${button}」`);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    },
  });
  expect(found).toEqual([]);
});
