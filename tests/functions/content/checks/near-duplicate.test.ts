import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { nearDuplicate } from '../../../../functions/content/checks/near-duplicate.ts';
import { drawer } from '../../../../functions/domain/practice/shuffle.ts';
import { bankOf, options, single } from '../builders.ts';

const CASE =
  '社会工作者小林在社区走访时发现，独居的张奶奶近半年来很少出门，子女也难得回来，她常说自己没有用了。小林请来邻居和志愿者轮流上门，又陪她参加社区的手工小组。小林的做法主要体现了（　　）。';
const OTHER =
  '某街道社会工作站计划为新就业的年轻骑手开展服务，先用问卷了解他们的需要，再与站点负责人商量场地和时间，并把经费列成预算报给街道。这一阶段的工作属于（　　）。';

function bank(stem: string, another: string, texts?: string[]): ReturnType<typeof bankOf> {
  const second = single({
    id: 'jc04-002',
    stem: another,
    ...(texts === undefined ? {} : { options: options(...texts) }),
  });
  return bankOf(single({ stem }), second);
}

test('stems that tell different cases pass', () => {
  expect(nearDuplicate(bank(CASE, OTHER))).toEqual([]);
});

test('the same case with another name is an error that names the earlier item', () => {
  const findings = nearDuplicate(bank(CASE, CASE.replaceAll('小林', '小赵')));
  expect(findings).toMatchObject([{ level: 'error', item: 'jc04-002' }]);
  expect(findings[0]?.message).toContain('jc04-001 in junior-comprehensive/04.json');
});

test('a case that takes another one in whole is an error', () => {
  expect(nearDuplicate(bank(CASE, `${OTHER}${CASE}`))).toMatchObject([{ level: 'error' }]);
});

test('a case told anew in large part is a warning', () => {
  const retold = CASE.replace(
    '小林请来邻居和志愿者轮流上门，又陪她参加社区的手工小组。',
    '小林于是与她一起回顾往事，找出她从前做得好的事情。',
  );
  expect(nearDuplicate(bank(CASE, retold))).toMatchObject([{ level: 'warning', item: 'jc04-002' }]);
});

test('a short stem is judged with its options: it may come again with others', () => {
  const short = '根据《慈善法》，下列说法正确的是（　　）。';
  const texts = [
    '设立慈善组织应当向民政部门申请登记',
    '慈善组织可以向成员分配利润',
    '募捐方案不必备案',
    '个人可以公开募捐',
  ];
  const others = [
    '信托财产应当用于慈善目的',
    '受托人由法院指定而不得变更',
    '监察人只能由受益人担任',
    '信托文件无须采用书面形式',
  ];
  expect(nearDuplicate(bank(short, short, others))).toEqual([]);
  const same = bankOf(
    single({ stem: short, options: options(...texts) }),
    single({ id: 'jc04-002', stem: short, options: options(...texts) }),
  );
  expect(nearDuplicate(same)).toMatchObject([{ level: 'error' }]);
});

test('2,000 items are compared in a few seconds', () => {
  const draw = drawer(7);
  const letters = () =>
    Array.from({ length: 90 }, () => String.fromCharCode(0x4e00 + Math.floor(draw() * 3000))).join('');
  const items = Array.from({ length: 2000 }, (_, i) =>
    single({ id: `jc04-${i}`, stem: `社会工作者在社区开展服务时${letters()}的做法体现了` }),
  );
  const before = performance.now();
  expect(nearDuplicate(bankOf(...items))).toEqual([]);
  expect(performance.now() - before).toBeLessThan(10_000);
});
