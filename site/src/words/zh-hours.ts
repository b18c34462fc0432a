// How one stands with the hours of continuing education, in Chinese: what the ring says. An hour has 60 minutes here.

export const hoursZh = {
  title: '继续教育学时',
  failed: '学时没有打开。请检查网络后再试。',
  open: '看明细、登记学时',
  ofUnit: '小时',
  ring: (total: string, target: string) => `已完成 ${total} 小时，目标 ${target} 小时`,
  reached: '这一期的学时已经达到要求。',
  stillOpen: (missing: string, by: string, perMonth: string) =>
    `还需 ${missing} 小时，截止 ${by}；每月约 ${perMonth} 小时`,
  ended: (missing: string, by: string) => `这一期到 ${by} 为止，差 ${missing} 小时没有完成。`,
  waiting: (n: number) => `${n} 条记录等待审核`,
  none: {
    'not-registered':
      '还没有登记的职业资格证书，所以没有学时要求。取得证书并办理登记后，请单位联络员录入登记日期，这里就会显示要求和进度。',
    before: (day: string) => `登记从 ${day} 开始，之后这里显示要求和进度。`,
    'no-target': '这一期开始时没有国家规定的学时要求，所以没有目标。',
  },
  periodText: (from: string, to: string) => `${from} 至 ${to}`,
};

/** What the ring says; every other language says all of it. */
export type HoursWords = typeof hoursZh;
