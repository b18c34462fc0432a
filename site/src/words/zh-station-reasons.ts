// Why a station's work cannot be written down, or its appraisal not moved on.
import type { RefusalReason } from '../../../functions/contract/problems.ts';

export const stationReasonsZh = {
  'work-voided': '这条记录已经作废，不能再改。',
  'work-year': '更正不能换到另一年。请作废这一条，再在那一年重新登记。',
  'work-same': '和已经登记的一样，没有要改的。',
  'work-future': '不能登记还没有到的日子。',
  'work-outside': '那时单位还没有设立，或已经撤销。',
  'work-number': '文字里像有电话或证件号码。这里只记工作，请不要写服务对象或其他人的号码。',
  'work-people': '有的参加人那一天不在本单位工作，请重新选择。',
  'appraisal-state': '考核已经走到别的一步。请刷新后再看。',
  'appraisal-scores': '有的指标没有打分，或分数超出了范围。',
  'appraisal-day': '查看的日子不能晚于今天。',
  'appraisal-eyes': '查看是你登记的，要由另一个人决定。',
  'appraisal-own': '这是你自己所在的单位，要由别的人查看和决定。',
} satisfies { [R in RefusalReason]?: string };
