// Small believable banks for the tests: an item that passes every check, and what varies is named by the test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Bank, BankFile, EssayFile, Refs } from '../../../functions/content/bank.ts';
import { essayHash } from '../../../functions/content/essay-review.ts';
import type { EssayItem } from '../../../functions/content/essay-schema.ts';
import { wordsHash } from '../../../functions/content/review.ts';
import type { Item } from '../../../functions/content/schema.ts';

const WHY = '这一项与题目中描述的做法并不相符。';

/** Options lettered from A with the given texts. */
export function options(...texts: string[]): Item['options'] {
  return texts.map((text, i) => ({ id: String.fromCharCode(65 + i), text, why: WHY }));
}

/** A reviewed single of jc18-04 whose key is B. */
export function single(over: Partial<Item> = {}): Item {
  const item: Item = {
    id: 'jc04-001',
    version: 1,
    kind: 'single',
    stem: '社会工作者小陈与服务对象商量服务目标，他这样做体现的是（　　）。',
    options: options('接纳', '自决', '保密', '尊重'),
    key: ['B'],
    explanation: '服务对象有权选择自己的目标，社会工作者与其商量体现的正是自决。',
    difficulty: 'easy',
    source: { type: 'syllabus', edition: '2018', point: '专业价值观·自决' },
    ...over,
  };
  return over.review === undefined ? { ...item, review: agreed(item) } : item;
}

/** A reviewed multiple of jc18-04 whose key is ABC. */
export function multiple(over: Partial<Item> = {}): Item {
  const five = options('关心', '接纳', '自决', '保密', '尊重');
  return single({ id: 'jc04-101', kind: 'multiple', options: five, key: ['A', 'B', 'C'], ...over });
}

/** The record of two blind readers who picked the key. */
export function agreed(item: Item): NonNullable<Item['review']> {
  const answer = { picked: [...item.key], agreed: true, on: '2026-11-20', version: item.version, of: wordsHash(item) };
  return { state: 'reviewed', blind: ['a', 'b'].map((reader) => ({ reader, ...answer })) };
}

/** A case of ip18-05 that passes every check: 20 marks in two parts. Read twice unless said otherwise. */
export function essay(over: Partial<EssayItem> = {}): EssayItem {
  const part = (id: string): EssayItem['parts'][number] => ({
    id,
    text: '分析李奶奶的需要。',
    possible: 20,
    points: ['a', 'b'].map((point) => ({ id: point, text: '说出一项需要并联系材料', possible: 10 })),
    model: '李奶奶的需要有：（1）健康，她有高血压，最近摔倒过；（2）社会参与，她不再去合唱队，很少下楼。',
  });
  const item: EssayItem = {
    id: 'ip05-501',
    version: 1,
    kind: 'case',
    stem: '李奶奶独自住在五楼，患有高血压，去年摔倒后很少下楼，原来每周去的合唱队也不去了。'.repeat(3),
    parts: [part('1'), part('2')],
    explanation: '考查老年人的需要，逐项说明并联系材料，再提出相应的服务。',
    difficulty: 'medium',
    source: { type: 'syllabus', edition: '2018', point: '老年社会工作·老年人的需要' },
    ...over,
  };
  const read = { agreed: true, on: '2026-11-24', version: item.version, of: essayHash(item) };
  return over.review === undefined ? { ...item, review: { state: 'reviewed', readings: [read] } } : item;
}

/** The file of ip18-05 unless said otherwise. */
export function essayFileOf(essays: EssayItem[], over: Partial<EssayFile> = {}): EssayFile {
  return {
    path: 'intermediate-practice/05.json',
    subject: 'intermediate-practice',
    chapter: 'ip18-05',
    essays,
    ...over,
  };
}

/** The reference data with a paper that is answered in words. */
export function essayRefs(over: Partial<Refs> = {}): Refs {
  const base = refs(over);
  const names = { name: { zh: '实务（中级）', en: 'Practice' } };
  const chapter = {
    id: 'ip18-05',
    number: 5,
    verified: false,
    becomes: [],
    name: { zh: '老年社会工作', en: 'Older people' },
  };
  const tree = { verified: false, source: '大纲', chapters: [chapter] };
  return {
    ...base,
    subjects: [
      ...base.subjects,
      {
        ...names,
        id: 'intermediate-practice',
        level: 'intermediate',
        form: 'essay',
        minutes: 150,
        questions: { known: true, single: 0, multiple: 0, essay: 5 },
      },
    ],
    syllabus: base.syllabus.map((s) =>
      s.edition === '2018' ? { ...s, subjects: { ...s.subjects, 'intermediate-practice': tree } } : s,
    ),
  };
}

/** The file of jc18-04 unless said otherwise. */
export function file(items: Item[], over: Partial<BankFile> = {}): BankFile {
  return { path: 'junior-comprehensive/04.json', subject: 'junior-comprehensive', chapter: 'jc18-04', items, ...over };
}

/** A bank of one file, or of several. */
export function bankOf(...items: Item[]): Bank {
  return { files: [file(items)] };
}

/** `count` singles with ids of jc18-04 and stems of their own, each varied by its place. */
export function singles(count: number, vary: (i: number) => Partial<Item> = () => ({})): Item[] {
  return Array.from({ length: count }, (_, i) => single({ id: idOf(i + 1), ...vary(i) }));
}

/** The same of multiples, numbered from 501. */
export function multiples(count: number, vary: (i: number) => Partial<Item> = () => ({})): Item[] {
  return Array.from({ length: count }, (_, i) => multiple({ id: idOf(i + 501), ...vary(i) }));
}

function idOf(number: number): string {
  return `jc04-${String(number).padStart(3, '0')}`;
}

/** Two papers, a tree of two chapters (weights 3 : 1), one statute in two versions and one in doubt. */
export function refs(over: Partial<Refs> = {}): Refs {
  const paper = {
    form: 'objective',
    minutes: 120,
    questions: { known: true, single: 60, multiple: 20, essay: 0 },
  } as const;
  const chapter = { verified: false, becomes: [] };
  const chapters = [
    { ...chapter, id: 'jc18-04', number: 4, name: { zh: '个案工作方法', en: 'Casework' }, weight: 3 },
    {
      ...chapter,
      id: 'jc18-05',
      number: 5,
      name: { zh: '小组工作方法', en: 'Group work' },
      weight: 1,
      becomes: ['jc25-06'],
    },
  ];
  const later = { ...chapter, id: 'jc25-06', number: 6, name: { zh: '小组工作', en: 'Groups' } };
  const law = { name: '治安管理处罚法', body: '全国人民代表大会常务委员会' };
  return {
    subjects: [
      { ...paper, id: 'junior-comprehensive', level: 'junior', name: { zh: '综合能力', en: 'Comprehensive' } },
      { ...paper, id: 'law-and-policy', level: 'intermediate', name: { zh: '法规与政策', en: 'Law' } },
    ],
    syllabus: [
      {
        edition: '2018',
        exams: { to: 2025 },
        source: '大纲',
        subjects: { 'junior-comprehensive': { verified: true, source: '大纲', chapters } },
      },
      {
        edition: '2025',
        exams: { from: 2026 },
        source: '大纲',
        subjects: { 'junior-comprehensive': { verified: false, source: '大纲', chapters: [later] } },
      },
    ],
    statutes: [
      { ...law, version: '2012-10-26', effective: '2013-01-01', until: '2025-12-31', articles: 119 },
      { ...law, version: '2025-06-27', effective: '2026-01-01', articles: 144 },
      { ...law, name: '医疗保障法', version: '2026-08-28', effective: '2027-01-01', articles: 50 },
      {
        ...law,
        name: '民法典·继承编',
        version: '2020-05-28',
        effective: '2021-01-01',
        firstArticle: 1119,
        articles: 1163,
      },
      { ...law, name: '旧办法', version: '2019-03-02', effective: '2019-03-02', articles: 70, doubt: '效力未核实' },
    ],
    sittings: [{ year: 2027, source: '未公布' }],
    release: { lawAsOf: '2026-12-31', edition: '2018' },
    blueprints: [],
    passLines: [],
    ...over,
  };
}

/** A folder of its own with the given files (path → text), gone when the test ends. */
export function folderWith(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The text of a question file as authors keep it. */
export function fileText(items: unknown[], over: Record<string, unknown> = {}): string {
  return JSON.stringify({ subject: 'junior-comprehensive', chapter: 'jc18-04', items, ...over });
}
