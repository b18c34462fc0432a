// Why something about an exam is refused, in Chinese: wherever staff may meet it.

export const examReasonsZh = {
  'exam-future': '这一年的考试还没有举行，不能填结果。只能填「已报名」。',
  'exam-contradicts': '和已核实的结果不一致。请写明更正的理由。',
  'exam-state': '这条记录现在不能这样办。请刷新后再看。',
  'exam-own': '不能核实自己的考试。请由其他负责人办理。',
  'certificate-not-due': '这一级还没有核实通过，不能登记证书。',
  'certificate-held': '档案里已经有这一级的证书。',
};
