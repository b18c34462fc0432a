// Chinese: why the ledger of continuing education refuses something. The pages of candidates and of staff both say it.
import type { RefusalReason } from '../../../functions/contract/problems.ts';

export const ledgerReasonsZh = {
  'entry-future': '这段学习还没有结束。请在结束后再登记。',
  'entry-state': '这条记录的状态已经变了，现在不能这样做。请刷新后再看。',
  'entry-no-unit': '还没有加入单位，没有人能审核学时。请先请单位登记，或用单位给的认领码认领档案。',
  'entry-own': '自己的学时、自己提交的记录，要由另一个人审核。',
  'entry-not-own': '这条记录是别人提交的，要由提交的人撤回。',
  'entry-of-course': '这是在培训班里取得的学时，要在那个培训班里更正。',
  'no-such-degree': '没有找到这条学历记录。请先登记学历，或重新选择。',
} satisfies { [R in RefusalReason]?: string };
