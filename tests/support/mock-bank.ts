// Mock banks for tests: believable items of any number, and the port that serves them. What varies is named by the test.
import type { MockBank } from '../../functions/app/deps.ts';
import type { PassLine } from '../../functions/domain/exams/pass-line.ts';
import type { Blueprint, ItemKind } from '../../functions/domain/papers/blueprint.ts';
import type { Essay } from '../../functions/domain/questions/essay.ts';
import type { MockItem, MockSubject, MockSummary } from '../../functions/domain/questions/mock.ts';
import type { Question } from '../../functions/domain/questions/question.ts';

/** What papers are made of in tests: those that ship. */
export const BLUEPRINTS: readonly Blueprint[] = [
  { id: 'official-1', form: 'official', answered: 'objective', counts: { single: 60, multiple: 20 }, minutes: 120 },
  { id: 'short-1', form: 'short', answered: 'objective', counts: { single: 20, multiple: 5 }, minutes: 30 },
  { id: 'essay-official-1', form: 'official', answered: 'essay', counts: { case: 4, design: 1 }, minutes: 150 },
  { id: 'essay-short-1', form: 'short', answered: 'essay', counts: { case: 1 }, minutes: 30 },
];

export const PASS_LINES: readonly PassLine[] = [
  ...(['junior', 'intermediate', 'senior'] as const).map(
    (level): PassLine => ({ year: 2025, level, mark: 120, scope: 'national', verified: false, source: '全国合格标准' }),
  ),
  {
    year: 2025,
    level: 'junior',
    mark: 106,
    scope: 'local',
    regions: ['450124'],
    verified: false,
    source: '单独划线',
  },
];

const SYLLABUS = { type: 'syllabus', edition: '2018', point: '专业价值观·自决' } as const;
const WHY = '这一项与题目中描述的做法并不相符。';

/** A single of jc18-04 whose key is B. */
export function mockSingle(over: Partial<Question & { chapter: string }> = {}): Question & { chapter: string } {
  const texts = over.kind === 'multiple' ? ['关心', '接纳', '自决', '保密', '尊重'] : ['接纳', '自决', '保密', '尊重'];
  return {
    id: 'jc04-501',
    version: 1,
    kind: 'single',
    chapter: 'jc18-04',
    stem: `社会工作者小陈与服务对象商量服务目标（${over.id ?? 'jc04-501'}），他这样做体现的是（　　）。`,
    options: texts.map((text, i) => ({ id: 'ABCDE'.charAt(i), text, why: WHY })),
    key: ['B'],
    explanation: '服务对象有权选择自己的目标，社会工作者与其商量体现的正是自决。',
    difficulty: 'medium',
    source: SYLLABUS,
    ...over,
  };
}

/** A multiple of jc18-04 whose key is ABC. */
export function mockMultiple(over: Partial<Question & { chapter: string }> = {}): Question & { chapter: string } {
  return mockSingle({ id: 'jc04-601', key: ['A', 'B', 'C'], ...over, kind: 'multiple' });
}

/** A case of ip18-05 worth 20 marks: two parts of 10, two points each. */
export function mockEssay(over: Partial<Essay & { chapter: string }> = {}): Essay & { chapter: string } {
  const part = (id: string): Essay['parts'][number] => ({
    id,
    text: `${id}. 分析李奶奶的需要。`,
    possible: 20,
    points: ['a', 'b'].map((point) => ({ id: point, text: `说出第 ${point} 项需要`, possible: 10 })),
    model: '李奶奶的需要有：（1）健康；（2）社会参与。',
  });
  return {
    id: 'ip05-501',
    version: 1,
    kind: 'case',
    chapter: 'ip18-05',
    stem: `李奶奶 76 岁，独居（${over.id ?? 'ip05-501'}），最近不愿出门。`,
    parts: [part('1'), part('2')],
    explanation: '从生理、心理和社会三方面说明需要，并联系材料。',
    difficulty: 'medium',
    source: SYLLABUS,
    ...over,
  };
}

const CHAPTERS: MockSubject['chapters'] = [
  { id: 'jc18-04', number: 4, name: { zh: '个案工作方法', en: 'Casework' }, weight: 3 },
  { id: 'jc18-05', number: 5, name: { zh: '小组工作方法', en: 'Group work' }, weight: 1 },
];

/** 初级综合能力 with so many singles and multiples, a quarter of each in its second chapter. */
export function mockSubject(counts = { single: 75, multiple: 25 }, over: Partial<MockSubject> = {}): MockSubject {
  const make = (count: number, first: number, one: typeof mockSingle): MockItem[] =>
    Array.from({ length: count }, (_, i) => {
      const chapter = i % 4 === 3 ? '05' : '04';
      const difficulty = (['easy', 'medium', 'hard'] as const)[i % 3] ?? 'easy';
      return one({ id: `jc${chapter}-${first + i}`, chapter: `jc18-${chapter}`, difficulty });
    });
  const items = [...make(counts.single, 501, mockSingle), ...make(counts.multiple, 801, mockMultiple)];
  return {
    id: 'junior-comprehensive',
    level: 'junior',
    name: { zh: '社会工作综合能力（初级）', en: 'Comprehensive Ability in Social Work (Junior)' },
    form: 'objective',
    chapters: CHAPTERS,
    items: items.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...over,
  };
}

/** 中级实务 with so many cases and designs. */
export function mockEssaySubject(counts = { case: 9, design: 3 }): MockSubject {
  const make = (count: number, first: number, kind: Essay['kind']): MockItem[] =>
    Array.from({ length: count }, (_, i) => mockEssay({ id: `ip05-${first + i}`, kind }));
  return {
    id: 'intermediate-practice',
    level: 'intermediate',
    name: { zh: '社会工作实务（中级）', en: 'Social Work Practice (Intermediate)' },
    form: 'essay',
    chapters: [
      { id: 'ip18-05', number: 5, name: { zh: '老年社会工作', en: 'Social work with older people' }, weight: 1 },
    ],
    items: [...make(counts.case, 501, 'case'), ...make(counts.design, 601, 'design')],
  };
}

/** The port with these subjects; unless they are named, 100 objective items and 12 essays. */
export function mockBank(subjects: readonly MockSubject[] = [mockSubject(), mockEssaySubject()]): MockBank {
  return {
    subjects: async () => subjects.map(summary),
    subject: async (id) => subjects.find((subject) => subject.id === id),
    blueprints: async () => BLUEPRINTS,
    passLines: async () => PASS_LINES,
  };
}

function summary({ id, level, name, form, items }: MockSubject): MockSummary {
  const counts: Partial<Record<ItemKind, number>> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return { id, level, name, form, counts };
}
