// Why a bureau's report cannot be moved on, or a key not be made.
import type { RefusalReason } from '../../../functions/contract/problems.ts';

export const reportReasonsZh = {
  'report-state': '这份报表已经走到别的一步。请刷新后再看。',
  'report-signer': '两次签署要由两个人办理，签署人也不能自己收件。请由另一位负责人办理。',
  'report-hash': '报表的数据在你看过之后变了。请刷新，核对后再签署。',
  'report-term': '这几个月与所选的报表不符，或者还没有开始。',
  'report-open': '这一期已经有一份正在办理，请在那一份上继续。',
  'report-cut-off': '数据截止时间要在十分钟以前，并且在报表所属月份结束之后。',
  'report-wide': '下级单位太多，一份报表列不下。请少列一级下级单位。',
  'report-no-parent': '本单位没有上级，不用报送。',
  'key-ended': '这个密钥已经停用。',
  'key-span': '到期日要在今天以后、两年以内。',
} satisfies { [R in RefusalReason]?: string };
