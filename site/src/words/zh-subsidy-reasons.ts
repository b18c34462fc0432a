// Why a subsidy cannot be applied for, or an application not moved on.
import type { SubsidyRefusal } from '../../../functions/domain/subsidies/application.ts';

export const subsidyReasonsZh = {
  'subsidy-rule': '这条补贴规则已不适用，或还没有开始。请刷新后再看。',
  'subsidy-no-desk': '你的单位上面还没有登记主管部门，没有人可以受理。请先联系联络员。',
  'subsidy-place': '你的单位不在这条规则的地区。',
  'subsidy-level': '我们没有这一级别的金额资料，请直接向发放单位咨询。',
  'subsidy-months': '请选择已经开始的月份，一次最多 12 个月。',
  'subsidy-incomplete': '还有没回答的条件，请先补全。',
  'subsidy-nothing': '按规则计算，这次没有可发放的金额：已领的达到了上限。',
  'subsidy-held': '这一项已经申请过、正在办理，或已发放。每项只发放一次。',
  'subsidy-state': '申请已经走到别的一步。请刷新后再看。',
  'subsidy-own': '自己的申请要由别的人办理。',
  'subsidy-four-eyes': '初审和列入公示要由两个人分别办理。这一份是你初审的，请由同事列入。',
  'subsidy-amount': '金额没有填，或超过了规则的金额、剩余的上限。',
  'subsidy-notice': '公示日期不对：不能早于今天，也不能比规则要求的天数短。',
  'subsidy-batch': '这份申请不属于这一批。',
  'subsidy-batch-begun': '这一批已经开始公示，不能再加人。请另建一批。',
  'subsidy-batch-full': '这一批已满。请另建一批。',
  'subsidy-notice-runs': '公示还没有期满。',
} satisfies Record<SubsidyRefusal, string>;
