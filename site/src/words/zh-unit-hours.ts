// What those say who keep the hours of a unit's people, in Chinese.

export const unitHoursZh = {
  title: '学时',
  toTraining: '培训管理',
  back: '返回本单位学时',
  lead: '在岗人员的继续教育学时：谁还差、差多少、什么时候到期。',
  noRight: '你的角色不能查看学时。需要时请联系单位负责人。',
  none: '这个单位今天没有在岗人员。',
  noneFit: { all: '没有人。', short: '没有还差学时的人。', waiting: '没有等待审核的记录。' },
  otherUnit: '换一个单位',
  until: (day: string, perMonth: string) => `${day}（每月约 ${perMonth} 小时）`,
  filter: '显示',
  filters: { all: '全部', short: '只看还差的', waiting: '只看待审核的' },
  sum: (people: number, registered: number) => `在岗 ${people} 人，其中已登记 ${registered} 人`,
  parts: {
    reached: (n: number) => `达到要求 ${n} 人`,
    short: (n: number) => `还差 ${n} 人`,
    unregistered: (n: number) => `没有登记 ${n} 人`,
  },
  waitingSum: (n: number) => `待审核 ${n} 条`,
  columns: {
    name: '姓名',
    level: '级别',
    period: '有效期',
    target: '要求',
    total: '已计入',
    missing: '还差',
    by: '截止',
    waiting: '待审核',
  },
  reached: '已达到',
  reasons: { 'not-registered': '没有登记', before: '登记还没有开始', 'no-target': '没有规定的要求' },
  sheet: [
    '姓名',
    '级别',
    '有效期开始',
    '有效期截止',
    '要求（小时）',
    '已计入（小时）',
    '还差（小时）',
    '每月约（小时）',
    '待审核（条）',
    '说明',
  ],
  file: '本单位继续教育学时',
  xlsx: '导出 Excel',
  csv: '导出 CSV',
  exportFailed: '没有导出。请检查网络后再试。',
  acts: { approve: '通过', refuse: '不通过', revoke: '撤销', withdraw: '撤回' },
  who: (act: string, title: string) => `${act}：${title}`,
  tells: {
    approve: (title: string, hours: string) =>
      `「${title}」的 ${hours} 小时按规则计入学时。请先核对证明材料原件。之后要改，只能撤销并写明理由。`,
    refuse: (title: string) => `「${title}」不计入学时，本人可以看到理由。`,
    revoke: (title: string, hours: string) =>
      `「${title}」的 ${hours} 小时不再计入。记录、你的姓名和理由都保留，不能恢复；要再计入，须重新提交。`,
    withdraw: (title: string) => `「${title}」不再审核，记录和经过会保留。`,
  },
  done: { approve: '已通过。', refuse: '已记为不通过。', revoke: '已撤销。', withdraw: '已撤回。' },
  unknownPerson: '没有找到这个人，或不在你负责的单位。',
};

/** What the page of a unit's hours says; every other language says all of it. */
export type UnitHoursWords = typeof unitHoursZh;
