// Chinese: why something about a mock paper or a question is refused, and how the audit tells what was done about them.
import type { RefusalReason } from '../../../functions/contract/problems.ts';

export const paperReasonsZh = {
  'attempt-over': '这次作答已经结束。',
  'hand-in-early': '真实模式不能提前交卷。',
  'no-pause': '这份试卷不能暂停。',
  'paused-already': '已经暂停了。',
  'not-paused': '现在没有暂停。',
  'paper-closed': '这场考试现在不开放。',
  'paper-not-yours': '这场考试不是为这个人安排的。',
  'paper-sat': '每人只能考一次，已经考过了。',
  'paper-opened': '考试已经开放（或马上开放），只能延后截止时间。',
  'paper-over': '这场考试已经全部结束，不能再改。',
  'paper-cancelled': '这场考试已经取消。',
  'paper-released': '成绩已经公布，或不是由老师公布的。',
  'extra-time-less': '这个人正在作答，时间只能加，不能减。',
  'no-such-question': '没有人做过这一版的题目，或它是用文字作答的，不能更正标答。',
  'not-handed-in': '这份试卷还没有交，现在不能评分。',
  'report-state': '这条纠错的状态已经变了，现在不能这样处理。请刷新后再看。',
  'key-same': '标答已经是这样，没有要更正的。',
  'token-invalid': '这套离线试卷已过期，或不属于现在登录的账号。',
  'review-closed': '现在还不能看答案和解析。',
  'not-self-marked': '这份试卷由老师评分，不能自己打分。',
} satisfies { [R in RefusalReason]?: string };

/** What was done about set papers and questions, as the audit tells it: acts, things and fields. */
export const paperActsZh = {
  setPaper: '安排考试',
  changeSetPaper: '修改考试',
  closePaperLater: '延后考试截止',
  releaseResults: '公布成绩',
  cancelSetPaper: '取消考试',
  readPaperQuestions: '查看试题和标答',
  giveExtraTime: '给予延时',
  voidAttempt: '作废一次作答',
  markEssays: '评分',
  decideReport: '处理纠错',
  correctKey: '更正标答',
};

export const paperThingsZh = { paper: '考试', sitter: '考生', attempt: '作答', report: '纠错', question: '题目' };

export const paperFactsZh = {
  title: '标题',
  group: '对象',
  subject: '科目',
  form: '卷型',
  mode: '模式',
  window: '开放时间',
  minutes: '时长（分钟）',
  graceMs: '宽限（毫秒）',
  shuffle: '选项乱序',
  results: '成绩公布',
  review: '答案和解析',
  ranking: '排名',
  seed: '组卷种子',
  questions: '题数',
  state: '状态',
  releasedAt: '公布时间',
  paper: '考试',
  factor: '时间（%）',
  deadline: '截止',
  earned: '得分（半分）',
  marking: '评分',
  question: '题目',
  key: '标答',
};
