// What the exam page says, in Chinese.
import type { LateReason } from '../../../functions/domain/attempts/answers.ts';

const minutes = (ms: number) => {
  const whole = Math.max(0, Math.ceil(ms / 1_000));
  const [h, m, s] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  return [h > 0 ? `${h} 小时` : '', h > 0 || m > 0 ? `${m} 分` : '', `${s} 秒`].filter(Boolean).join(' ');
};

export const examZh = {
  paper: { official: '整卷', short: '短卷' },
  modes: { realistic: '真实模式', relaxed: '宽松模式' },
  offline: '离线自测',
  opening: '正在打开试卷…',
  kinds: { single: '单选题', multiple: '多选题', case: '案例分析', design: '方案设计' },
  pickOne: '选一项',
  pickMany: '选两项以上；有错选不得分，少选时选对的每项得 0.5 分',
  position: (at: number, of: number) => `第 ${at} 题，共 ${of} 题`,
  previous: '上一题',
  next: '下一题',
  flag: '标记',
  flagged: '已标记',
  card: '答题卡',
  cardStates: { answered: '已答', blank: '未答' },
  cardLegend: '实心为已答，空心为未答；右上角有点的为已标记。',
  counts: (answered: number, blank: number, flagged: number) => `已答 ${answered}，未答 ${blank}，标记 ${flagged}`,
  cardQuestion: (n: number, state: string, flagged: boolean) => `第 ${n} 题，${state}${flagged ? '，已标记' : ''}`,
  close: '关闭',
  help: '帮助与显示',

  remaining: '剩余时间',
  readTime: '读出剩余时间',
  left: (ms: number) => `剩余 ${minutes(ms)}`,
  warn: (n: number) => `还剩 ${n} 分钟。`,
  doubtful: '设备时间有变动，正在与服务器核对。',

  saved: '已保存',
  saving: '正在保存',
  unsent: (n: number) => `${n} 项未送达，已存在本机`,
  unsentUnkept: (n: number) => `${n} 项未送达，请不要关闭页面`,
  keptHere: '已存在本机',
  refusedSome: (n: number) => `${n} 项服务器不接受，留在本机`,
  tryNow: '立即重试',
  offlineNow: '现在连不上服务器。可以继续作答：答案存在这台设备上，联网后自动送出。',
  unkept: '浏览器不允许保存数据：请不要关闭或刷新这个页面，断网时的答案只在页面里。',
  signedOut: '登录已过期。答案都在这台设备上，登录后接着作答，时间照常计算。',
  signIn: '重新登录',
  otherPerson: '现在登录的是另一个账号。请用开始这次作答的账号登录；答案留在这台设备上。',
  refusedAll: '服务器没有接受这次保存。答案留在这台设备上，请再试一次。',

  otherTab: '这份试卷已在另一个标签页打开，本页只能查看。',
  otherTabHere: '在本页继续作答',
  otherDevice: '这次作答正在另一台设备上进行，本机只能查看。本机没有送出的答案仍会送出。',
  otherDeviceHere: '在本机继续作答',
  takeOverFailed: '没能接过来。请检查网络后再试。',

  pause: '暂停',
  paused: '已暂停',
  pausedText: (ms: number) => `时间已停。继续后还有 ${minutes(ms)}。累计最多暂停 7 天，之后自动结束。`,
  resume: '继续作答',
  moveFailed: '没有做到：现在连不上服务器，时间照常计算。请再试一次。',

  handIn: '交卷',
  handInTitle: '现在交卷？',
  handInRealistic: '真实模式不能提前交卷，到时自动交卷。可以利用剩余时间检查。',
  handInAll: '所有题目都已作答。',
  blanks: (n: number, list: string) => `还有 ${n} 题未答：${list}`,
  flags: (n: number, list: string) => `还有 ${n} 题标记着：${list}`,
  handInFinal: '交卷后不能再改。',
  handInYes: '确认交卷',
  handInNo: '继续作答',
  rules: (graceS: number) =>
    `到时自动交卷。到时前做出的答案最晚在到时后 ${graceS} 秒内送达才计分；更晚送达的会保留，但不计分。`,
  rulesOffline: '离线自测：时间由这台设备计算，成绩会注明，不进排名和统计。到时自动结束。',

  ending: '时间到，正在交卷',
  handingIn: '正在交卷',
  endingText: '答案都已锁定。请等到显示“已交卷”再离开。',
  endingWaits: (n: number, ms: number) =>
    `还有 ${n} 项答案在这台设备上没有送达，一直在重试。须在 ${minutes(ms)}内送达才计分。请检查网络，不要关闭页面。`,
  endingNone: (ms: number) =>
    `答案都已送达，只差交卷这一步；一直在重试。${ms > 0 ? '到时服务器也会自动交卷。' : '服务器会自动交卷。'}`,
  endingLate: (n: number) => `宽限时间已过，还有 ${n} 项没有送达。送达后会保留，但不计分。仍在重试。`,

  over: '已交卷',
  expired: '时间到，已自动交卷',
  voided: '这次作答已被作废',
  overOffline: '离线自测已结束',
  overText: '答案都已送达服务器。',
  voidedText: '出卷人作废了这次作答：内容保留，不计分。如有疑问请联系出卷人。',
  overOfflineText: '答案保存在这台设备上。联网后上传，就能看成绩和解析。',
  stillWaiting: (n: number) => `还有 ${n} 项在这台设备上没有送达，正在重试。`,
  lateTitle: (n: number) => `${n} 项送达太晚，不计分`,
  late: (place: string, why: string) => `第 ${place} 题：${why}`,
  lateReasons: {
    'made-after-deadline': '到时之后做出',
    'received-after-grace': '宽限时间之后才送达',
    'received-after-hand-in': '交卷之后才送达',
    voided: '作答已作废',
  } satisfies Record<LateReason, string>,
  toResult: '看成绩',
  toUpload: '去上传',
  toList: '返回模拟考试',

  noAttempt: '没有找到这次作答。它可能属于另一个账号，或地址不完整。',
  unreachable: '试卷没能打开。请检查网络后再试；已经打开过的试卷不需要网络。',
  needSignIn: '请先登录，再打开试卷。',

  material: '材料',
  part: (n: string, marks: string) => `问题 ${n}（${marks} 分）`,
  yourAnswer: (n: string) => `问题 ${n} 的作答`,
  length: (n: number, most: number) => `${n} 字，最多 ${most} 字`,
  textSaved: '已保存',
  textKept: '已存在本机，稍后送出',

  keysTitle: '键盘',
  keys: [
    ['A–E 或 1–5', '选择或取消选项'],
    ['→ 或 N', '下一题'],
    ['← 或 P', '上一题'],
    ['F', '标记'],
    ['G', '答题卡'],
    ['T', '读出剩余时间'],
    ['Enter', '下一题；最后一题时打开交卷确认'],
    ['?', '打开这份帮助'],
  ] as readonly (readonly [string, string])[],
  keysNote: '在输入框里打字时，这些键不起作用。字母快捷键可以关闭。',
};

export type ExamWords = typeof examZh;
