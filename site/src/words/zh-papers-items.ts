// What the examiners' pages of questions say, in Chinese: item statistics, reports of faulty questions, corrections of keys.
import type { ReportDecisionState, ReportState } from '../../../functions/domain/corrections/reports.ts';
import type { Flag } from '../../../functions/domain/statistics/flags.ts';

interface FlagWords {
  name: string;
  means: string;
  todo: string;
}

export const papersItemsZh = {
  item: {
    right: '正确',
    explanation: '解析',
    model: '参考答案',
    version: (n: number) => `第 ${n} 版`,
    n: (n: number) => `第 ${n} 题`,
    corrected: (keys: string) => `标答已更正为 ${keys}`,
    credited: '已送分：人人得满分',
    sourceStatute: (statute: string, article: string) => `依据：${statute} ${article}`,
    sourceSyllabus: (edition: string, point: string) => `依据：${edition} 大纲 ${point}`,
  },
  statistics: {
    lead: '得分率是平均得分占满分的比例；区分度看得高分的人是否更容易答对（−100 到 100，越高越好）；区分效率是它占可能达到的最大值的比例。',
    few: '作答不到 30 人的题不做判断：人太少，数字可能只是碰巧。',
    none: '还没有可以统计的作答。',
    subject: '科目',
    filters: { flag: '标记', chapter: '章', kind: '题型' },
    any: '全部',
    anyFlag: '有任何标记',
    noFlag: '没有标记',
    shown: (n: number, of: number) => `${n} / ${of} 题`,
    sortBy: '排序',
    sorts: {
      flags: '先看有问题的',
      n: '按题号',
      asked: '作答人数',
      facility: '得分率从低到高',
      discrimination: '区分度从低到高',
      efficiency: '区分效率从低到高',
      reports: '纠错次数',
    },
    columns: {
      question: '题目',
      asked: '作答',
      facility: '得分率',
      discrimination: '区分度',
      efficiency: '区分效率',
      flags: '标记',
    },
    open: (name: string) => `看 ${name} 的题目和选项`,
    blank: (n: number) => `${n} 人空着`,
    deviation: (text: string) => `标准差 ${text} 分`,
    reports: (n: number) => `被纠错 ${n} 次`,
    hidden: '题目和答案现在不显示：试卷要等所有人考完；题库的题目由主管部门和平台运维查看。',
    distractorColumns: { option: '选项', chosen: '选了', share: '比例', rest: '其他题得分率' },
    distractorHint: '好的错误选项吸引的是其他题也答得不好的人。',
    todo: '怎么办：',
    flags: {
      'negative-discrimination': {
        name: '区分度为负',
        means: '其他题答得好的人，这题反而答得差。',
        todo: '先核对标答，再看题干有没有歧义；标答错了请更正并改判。',
      },
      'weak-discrimination': {
        name: '区分度低',
        means: '答得好的人和答得差的人，在这题上差别不大。',
        todo: '看题干是否含糊、选项是否太像，必要时改写。',
      },
      'too-easy': {
        name: '太容易',
        means: '几乎人人答对。',
        todo: '如果不是有意放的送分题，换一个更接近的错误选项。',
      },
      'too-hard': {
        name: '太难',
        means: '很少有人答对。',
        todo: '核对标答和依据；考的是不是大纲之外的内容。',
      },
      'unused-distractor': {
        name: '有选项没人选',
        means: '这个错误选项没有起作用。',
        todo: '改成一种常见的误解。',
      },
      'wrong-above-key': {
        name: '错误选项比正确的还多',
        means: '选这个错误选项的人，比选正确答案的还多。',
        todo: '多半是标答错了或选项有歧义，请先核对。',
      },
      reported: {
        name: '多人纠错',
        means: '至少有 5 条纠错说这题有问题。',
        todo: '到「纠错」里看他们说了什么，作出处理。',
      },
    } satisfies Record<Flag['reason'], FlagWords>,
    about: (options: string) => `（选项 ${options}）`,
    everybody: '所有人',
    file: (name: string) => `${name} 题目分析`,
    sheet: [
      '题号',
      '题目编号',
      '版本',
      '题型',
      '章',
      '作答',
      '空着',
      '得分率（%）',
      '区分度',
      '区分效率',
      '纠错',
      '标记',
    ],
    optionSheet: { name: '选项', head: ['题目编号', '版本', '选项', '正确', '选了', '比例（%）', '其他题得分率（%）'] },
    ofPaper: '只统计这份卷的作答；题目在所有模考里的数字见',
    bank: '题目分析',
  },
  reports: {
    lead: '考生在答题时提交的纠错。处理结果和理由，提交的人看得到。',
    states: { new: '新的', checking: '核实中', corrected: '已更正', unfounded: '不成立' } satisfies Record<
      ReportState,
      string
    >,
    stateLegend: '状态',
    none: {
      new: '没有新的纠错。',
      checking: '没有正在核实的纠错。',
      corrected: '还没有更正过。',
      unfounded: '没有判为不成立的。',
    } satisfies Record<ReportState, string>,
    bank: { mock: '模考题', practice: '练习题' },
    times: (n: number) => `这题共被纠错 ${n} 次`,
    noText: '没有写说明。',
    reasons: {
      ...{ key: '答案有误', stem: '题干有误', options: '选项有误' },
      ...{ explanation: '解析有误', outdated: '内容过时', other: '其他' },
    } as Readonly<Record<string, string>>,
    decidedBy: (state: string, when: string, who: string, why: string) => `${when} ${who}：${state}。${why}`,
    acts: { checking: '开始核实', corrected: '已更正', unfounded: '不成立' } satisfies Record<
      ReportDecisionState,
      string
    >,
    again: '重新核实',
    tells: {
      checking: '标为核实中。提交的人会看到有人在看。',
      corrected:
        '标为已更正。这里只记结论：模考题的标答请先点「更正标答」；练习题由题库人员改，随下一次发布生效。提交的人会看到结论和理由。',
      unfounded: '标为不成立。提交的人会看到你写的理由，请写清楚。',
    } satisfies Record<ReportDecisionState, string>,
    done: '已记下。',
    correct: '更正标答',
    practiceHint: '练习题在题库文件里更正，随下一次发布生效。',
    readOnly: '处理纠错由平台运维负责；这里可以查看。',
  },
  corrections: {
    lead: '标答错了怎么改判：更正以后，所有做过这题的人重新判分，前后的分数都留着。',
    none: '还没有更正过标答。',
    title: (question: string) => `更正 ${question}`,
    how: '怎么改判',
    hows: { key: '换成正确的答案', credit: '送分：做过的人都得满分' },
    key: '正确答案',
    tell: (version: number, asked: number) =>
      `这题第 ${version} 版${asked > 0 ? `已有 ${asked} 人次的统计` : '还没有统计'}。更正后，所有做过这一版的人重新判分，包括已公布的成绩；名次和统计随之改变。考生会在成绩里看到改判前后的分数。以前的标答和这次的理由都留在记录里。`,
    gains: (n: number) => `现在约有 ${n} 人次选的正是新的答案，会得分。`,
    losses: (n: number) => `约有 ${n} 人次选的是原来的答案，分数会改变。`,
    credit: (n: number) => `约有 ${n} 人次现在没有得满分，会补上。`,
    faults: {
      none: '请选至少一个选项。',
      same: '和现在的标答一样。',
      single: '单选题只能有一个答案。',
      multiple: '多选题至少两个答案。',
    },
    submit: '更正并改判',
    done: '已更正，正在改判。',
    states: { queued: '排队', running: '正在改判', done: '已完成', failed: '出错，会自动再试' },
    progress: (done: number, changed: number) => `已判 ${done} 份，${changed} 份分数有变化`,
    again: (when: string) => `${when} 再查一遍晚到的成绩`,
    keyText: (key: string) => `标答改为 ${key}`,
    credited: '送分',
    replaced: '已被后来的更正代替',
    by: (who: string, when: string) => `${when}，${who}`,
    back: '返回更正列表',
    lines: '分数有变化的人',
    noLines: '没有人的分数有变化。',
    columns: { name: '姓名', paper: '试卷', before: '改判前', after: '改判后', change: '变化' },
    ownPaper: '自己组卷',
    file: (question: string) => `改判 ${question}`,
  },
};
