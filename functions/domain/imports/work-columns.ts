// The columns that a station's list of activities may have, and the words for their kinds.
import { ACTIVITY_KINDS, type ActivityKind } from '../activities/kinds.ts';
import { headingsOf } from './headings.ts';

/** 日期、类别、活动名称、地点、服务人次、志愿者人次、时长. */
export const WORK_COLUMNS = ['day', 'kind', 'title', 'place', 'served', 'volunteers', 'minutes'] as const;
export type WorkColumn = (typeof WORK_COLUMNS)[number];

/** Without these there is nothing to write down. */
export const WORK_NEEDED: readonly WorkColumn[] = ['day', 'title', 'served'];

/** Headings of each column; the first is the one that the template has. */
export const WORK_HEADINGS: Readonly<Record<WorkColumn, readonly [string, ...string[]]>> = {
  day: ['日期', '活动日期', '开展日期', '服务日期', '活动时间', '开展时间', '时间', 'date', 'day'],
  kind: ['类别', '活动类别', '活动类型', '服务类型', '服务领域', '类型', 'kind', 'type'],
  title: ['活动名称', '名称', '活动主题', '主题', '活动内容', '服务内容', '活动', 'activity', 'title'],
  place: ['地点', '活动地点', '服务地点', '开展地点', 'place'],
  served: [
    '服务人次',
    '服务人数',
    '参加人次',
    '参与人次',
    '参加人数',
    '参与人数',
    '受益人次',
    '受益人数',
    '人次',
    'served',
  ],
  volunteers: ['志愿者人次', '志愿者人数', '志愿者', '参与志愿者', 'volunteers'],
  minutes: ['时长', '活动时长', '服务时长', '时长分钟', 'minutes'],
};

export const workHeadings = /* @__PURE__ */ headingsOf(WORK_HEADINGS);

/** Kinds by their words; the first of each is how this product says it. */
export const KIND_WORDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  assistance: ['社会救助', '救助', '困难帮扶', '帮扶', '慰问', '走访慰问'],
  elderly: ['养老服务', '为老服务', '老年服务', '老年', '老年人', '养老', '敬老', '长者服务'],
  children: ['儿童关爱', '儿童服务', '儿童', '未成年人', '留守儿童', '青少年', '青少年服务', '未成年人保护'],
  family: ['妇女与家庭', '妇女儿童', '家庭服务', '妇女', '家庭', '婚姻家庭', '家庭教育'],
  disability: ['残障服务', '残疾人服务', '助残', '残疾人', '残障'],
  mental: ['心理支持', '心理健康', '心理', '心理服务', '心理辅导'],
  community: ['社区治理', '社区服务', '社区', '基层治理', '社区活动', '议事协商'],
  policy: ['政策宣传', '政策宣讲', '宣传', '普法', '普法宣传', '宣讲'],
  volunteering: ['志愿服务', '志愿活动', '志愿者活动', '志愿'],
  culture: ['移风易俗与文化', '移风易俗', '文化', '文化活动', '文体活动', '节日活动', '文娱'],
  group: ['小组工作', '小组', '小组活动'],
  visits: ['入户走访', '走访', '入户', '探访', '家访'],
  other: ['其他', '其它'],
};

const KINDS = /* @__PURE__ */ kindsByWord();

/** The kind that a word means; what is no such word is an error, not a guess. */
export function kindOf(text: string): ActivityKind | undefined {
  return KINDS.get(text.normalize('NFKC').replace(/\s/g, ''));
}

function kindsByWord(): Map<string, ActivityKind> {
  return new Map(ACTIVITY_KINDS.flatMap((kind) => KIND_WORDS[kind].map((word) => [word, kind] as const)));
}
