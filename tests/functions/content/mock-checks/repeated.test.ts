import { expect, test } from 'vitest';
import { repeated } from '../../../../functions/content/mock-checks/repeated.ts';
import { bankOf, single } from '../builders.ts';

const CASE =
  '社会工作者小林在社区走访时发现，独居的张奶奶近半年来很少出门，子女也难得回来，她常说自己没有用了。小林请来邻居和志愿者轮流上门，又陪她参加社区的手工小组。小林的做法主要体现了（　　）。';
const OTHER =
  '某街道社会工作站计划为新就业的年轻骑手开展服务，先用问卷了解他们的需要，再与站点负责人商量场地和时间，并把经费列成预算报给街道。这一阶段的工作属于（　　）。';

const practice = bankOf(single({ stem: CASE }));

test('a case that practice tells already is an error about the mock item, in its own file', () => {
  const mock = bankOf(single({ id: 'jc04-501', stem: CASE.replaceAll('小林', '小赵') }));
  const [finding, ...more] = repeated(mock, practice);
  expect(finding).toMatchObject({ level: 'error', file: 'junior-comprehensive/04.json', item: 'jc04-501' });
  expect(finding?.message).toContain('jc04-001 in junior-comprehensive/04.json');
  expect(more).toEqual([]);
});

test('two mock items are compared with each other, too', () => {
  const mock = bankOf(single({ id: 'jc04-501', stem: OTHER }), single({ id: 'jc04-502', stem: OTHER }));
  expect(repeated(mock, practice)).toMatchObject([{ item: 'jc04-502', level: 'error' }]);
});

test('what practice repeats of itself is not said again, and cases of their own pass', () => {
  const twice = bankOf(single({ stem: CASE }), single({ id: 'jc04-002', stem: CASE }));
  expect(repeated(bankOf(single({ id: 'jc04-501', stem: OTHER })), twice)).toEqual([]);
});
