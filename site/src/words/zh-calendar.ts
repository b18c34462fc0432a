// Chinese: what changed in one's training, and calendars that are subscribed to.

export const newsZh = {
  title: '有变动',
  seen: '知道了',
  failed: '没能记下。下次打开还会再提醒。',
  courseOff: (why: string) => `这个培训班已取消。原因：${why}`,
  off: (when: string) => `${when} 这一场已取消。`,
  added: (when: string) => `新增一场：${when}。`,
  time: (now: string, before: string) => `时间改为 ${now}（原来 ${before}）。`,
  place: (when: string, now: string, before: string) =>
    `${when} 这一场的地点改为「${now}」${before && `（原来「${before}」）`}。`,
  online: '线上',
  link: (when: string) => `${when} 这一场的上课链接有变。`,
  here: '地点待定',
};

export const calendarZh = {
  title: '手机日历',
  lead: '把培训放进手机或电脑的日历，改时间、改地点、取消都会自动更新。',
  make: '生成我的日历链接',
  made: (moment: string) => `日历链接生成于 ${moment}。出于安全，链接只在生成时显示一次。`,
  once: '请现在就用这个链接。谁拿到它，谁就能看到你的培训安排，请不要转发。',
  address: '日历链接',
  open: '添加到日历',
  copy: '复制链接',
  hint: '没有自动打开日历时：复制链接，在日历应用里选「添加订阅日历」后粘贴。',
  again: '重新生成',
  confirmAgain: '确认重新生成',
  willAgain: '旧链接立即失效；用旧链接订阅的日历不再更新。',
  end: '停用',
  confirmEnd: '确认停用',
  willEnd: '链接立即失效，已订阅的日历不再更新。报名不受影响。',
  ended: '日历链接已停用。',
  failed: '没有办成，请稍后再试。',
  conflict: '另一个页面刚刚改过日历链接，请刷新后再看。',
  course: '加入日历',
  province: '订阅本省培训日历',
};
