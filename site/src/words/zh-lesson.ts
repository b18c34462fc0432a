// Chinese: what one's recorded lessons say.

export const lessonZh = {
  open: '看网课',
  close: '收起网课',
  loading: '正在打开网课…',
  none: '这一场还没有放上课程。',
  watched: (done: string, all: string) => `已看 ${done} / ${all} 分钟`,
  full: '已看完',
  watch: (title: string) => `看「${title}」`,
  stop: '结束观看',
  counted: '学时按实际播放的时间计：重复看、快进和快放不多计。',
  offline: '没有网络，这段时间不计入。恢复后会自动继续。',
  video: '课程视频',
  broken: '视频没有打开。请检查网络，或联系主办单位。',
  outside: '课程在另一个网站。打开后请把本页留在屏幕上：本页转到后台，浏览器会放慢计时，少计的时间补不回来。',
  goOutside: '打开课程',
  start: '开始计时',
  pause: '暂停计时',
  running: '正在计时',
  here: '还在看吗？计时已暂停。',
  iAmHere: '我在看，继续',
};

/** What one's recorded lessons say; every other language says all of it. */
export type LessonWords = typeof lessonZh;
