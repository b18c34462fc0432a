// All that our mails say, Chinese first and then English: whoever reads one may have told us no language. No number of a person stands in any,
// and no link into a room online: a mail is read by more eyes than a page behind a sign-in.

export interface Words {
  /** Where the site's pages in this language begin. */
  root: '' | '/en';
  hello: string;
  course: {
    subject: (title: string) => string;
    intro: (title: string) => string;
    news: Readonly<Record<'time' | 'place' | 'cancelled' | 'added', string>>;
    was: string;
    now: string;
    online: string;
    cancelled: (title: string, why: string) => string;
    open: string;
  };
  offer: { subject: (title: string) => string; text: (title: string, until: string) => string; open: string };
  decision: Readonly<
    Record<
      'enrolled' | 'waiting' | 'refused' | 'removed',
      { subject: (title: string) => string; text: (title: string) => string }
    >
  > & { open: string };
  completion: { subject: (title: string) => string; text: (title: string) => string; open: string };
  address: { subject: string; text: string; open: string; notYou: string };
  why: string;
  off: string;
  /** A stretch of time, `2026-04-01` with its weekday (0 is Sunday) and two times of a clock; the second day where it is another. */
  span: (from: Moment, to: Moment) => string;
  moment: (at: Moment) => string;
}

/** A moment by China's clocks. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  weekday: number;
  /** `09:00` */
  clock: string;
}

const zhDay = ({ year, month, day, weekday }: Moment) =>
  `${year}年${month}月${day}日（周${'日一二三四五六'[weekday]}）`;

export const zh: Words = {
  root: '',
  hello: '你好：',
  course: {
    subject: (title) => `「${title}」有变动`,
    intro: (title) => `你报名的培训「${title}」有变动：`,
    news: { time: '时间有变', place: '地点或线上地址有变', cancelled: '这一场取消', added: '新增一场' },
    was: '原来',
    now: '现在',
    online: '线上（地址见培训页面）',
    cancelled: (title, why) => `你报名的培训「${title}」取消了。原因：${why}`,
    open: '查看培训：',
  },
  offer: {
    subject: (title) => `「${title}」有名额给你，请尽快确认`,
    text: (title, until) => `「${title}」空出一个名额，轮到你了。名额为你保留到 ${until}，到时没有确认，就给下一位。`,
    open: '确认或放弃：',
  },
  decision: {
    enrolled: {
      subject: (title) => `「${title}」报名成功`,
      text: (title) => `单位同意了你的报名，你已报上「${title}」。`,
    },
    waiting: {
      subject: (title) => `「${title}」进入候补`,
      text: (title) => `单位同意了你报名「${title}」，但名额已满，你在候补队伍里。有名额时会通知你。`,
    },
    refused: {
      subject: (title) => `「${title}」报名未通过`,
      text: (title) => `你报名「${title}」没有通过。原因写在「我的培训」里。`,
    },
    removed: {
      subject: (title) => `你已不在「${title}」的名单里`,
      text: (title) => `你的报名「${title}」被移出了。原因写在「我的培训」里。`,
    },
    open: '我的培训：',
  },
  completion: {
    subject: (title) => `「${title}」的结业证书已开出`,
    text: (title) => `你参加「${title}」的结业证书已开出，可以下载、打印。`,
    open: '查看证书：',
  },
  address: {
    subject: '请确认你的邮箱',
    text: '有人在助人学堂把这个邮箱填作自己的邮箱。如果是你，请打开下面的链接确认；链接 24 小时内有效。',
    open: '确认邮箱：',
    notYou: '不是你？不必理会：没有确认的邮箱收不到别的信。',
  },
  why: '你收到这封信，是因为你在助人学堂留了这个邮箱。信是系统自动发出的，请不要回复。',
  off: '不想再收到？在「我的资料」里关掉：',
  span: (from, to) =>
    `${zhDay(from)} ${from.clock}–${zhDay(from) === zhDay(to) ? to.clock : `${zhDay(to)} ${to.clock}`}`,
  moment: (at) => `${zhDay(at)} ${at.clock}`,
};

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const enDay = ({ year, month, day, weekday }: Moment) => `${WEEKDAYS[weekday]} ${day} ${MONTHS[month - 1]} ${year}`;

export const en: Words = {
  root: '/en',
  hello: 'Hello,',
  course: {
    subject: (title) => `${title} has changed`,
    intro: (title) => `A course that you are enrolled in, “${title}”, has changed:`,
    news: {
      time: 'a new time',
      place: 'a new place or online address',
      cancelled: 'this session is cancelled',
      added: 'a session more',
    },
    was: 'Before',
    now: 'Now',
    online: 'online (the address is on the course’s page)',
    cancelled: (title, why) => `A course that you are enrolled in, “${title}”, is cancelled. Why: ${why}`,
    open: 'See the course: ',
  },
  offer: {
    subject: (title) => `A seat for you: ${title}`,
    text: (title, until) =>
      `A seat is free in “${title}”, and you are next. It is kept for you until ${until}; then it goes to whoever comes after you.`,
    open: 'Accept or decline: ',
  },
  decision: {
    enrolled: {
      subject: (title) => `You are enrolled: ${title}`,
      text: (title) => `Your unit has agreed: you are enrolled in “${title}”.`,
    },
    waiting: {
      subject: (title) => `You are on the waiting list: ${title}`,
      text: (title) =>
        `Your unit has agreed, but “${title}” is full: you are on its waiting list, and we shall write when a seat is free.`,
    },
    refused: {
      subject: (title) => `Not enrolled: ${title}`,
      text: (title) => `Your enrolment in “${title}” was not approved. The reason is in My training.`,
    },
    removed: {
      subject: (title) => `No longer enrolled: ${title}`,
      text: (title) => `You were taken out of “${title}”. The reason is in My training.`,
    },
    open: 'My training: ',
  },
  completion: {
    subject: (title) => `Your certificate of completion: ${title}`,
    text: (title) => `Your certificate of completion of “${title}” is there to be downloaded and printed.`,
    open: 'See it: ',
  },
  address: {
    subject: 'Please confirm your e-mail address',
    text: 'Somebody has given this address as theirs at 助人学堂 (Zhuren). If it was you, open the link below to confirm it. It is good for 24 hours.',
    open: 'Confirm: ',
    notYou: 'Not you? There is nothing to do: an address that is not confirmed gets no other mail.',
  },
  why: 'You get this because you gave this address at 助人学堂 (Zhuren). It was sent automatically; please do not reply.',
  off: 'No more of these? Turn them off in “Your data”: ',
  span: (from, to) =>
    `${enDay(from)} ${from.clock}–${enDay(from) === enDay(to) ? to.clock : `${enDay(to)} ${to.clock}`} (China time)`,
  moment: (at) => `${enDay(at)} ${at.clock} (China time)`,
};
