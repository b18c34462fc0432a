// What the import of a station's activities says, in Chinese.
import type { WorkColumn } from '../../../functions/domain/imports/work-columns.ts';
import type { WorkTrouble } from '../islands/staff/station/import/plan.ts';
import { fileFaultsZh } from './zh-file-faults.ts';

const STEPS = ['选择文件', '检查', '导入', '结果'];

export const stationImportZh = {
  title: '导入活动清单',
  lead: '把已有的活动清单（.xlsx 或 CSV）登记到本单位。先检查、后写入；有问题的行逐行说明，没有问题的照常导入。',
  noRight: '你的角色不能登记这个单位的活动。请联系单位负责人。',
  back: '返回月度登记',
  step: (n: number) => `第 ${n} 步，共 ${STEPS.length} 步：${STEPS[n - 1]}`,
  lacking: (file: string, columns: readonly string[]) =>
    `「${file}」里没有找到这些列：${columns.join('、')}。请在表里补上列名，或换一个文件。`,
  columns: {
    day: '日期',
    kind: '类别',
    title: '活动名称',
    place: '地点',
    served: '服务人次',
    volunteers: '志愿者人次',
    minutes: '时长',
  } satisfies Record<WorkColumn, string>,
  file: {
    choose: '选择文件',
    drop: '或把文件拖到这里',
    reading: '正在读取…',
    chosen: (name: string) => `已选择：${name}`,
    what: '文件要求',
    rules: [
      '.xlsx 或 CSV（UTF-8、GB18030 均可），不超过 5 MB、10,000 行。',
      '一行一场活动，要有列名：日期、活动名称、服务人次必填；类别、地点、志愿者人次、时长可以没有。',
      '日期写成 2026-03-05、2026/3/5 或 2026年3月5日；时长写分钟数，或 1.5 小时。',
      '类别填 社会救助、养老服务、儿童关爱、妇女与家庭、残障服务、心理支持、社区治理、政策宣传、志愿服务、移风易俗与文化、小组工作、入户走访、其他；留空记为其他。',
      '服务对象只记人次，不要写姓名、电话或证件号码。',
    ],
    template: '下载模板',
    private: '文件只在你的浏览器里读取，不会上传；送出的只有识别出的各行内容。',
    faults: fileFaultsZh,
  },
  outcomes: { new: '新登记', same: '已登记过', trouble: '有问题，不导入' },
  check: {
    running: (done: number, of: number) => `正在检查 ${done}/${of} 行`,
    done: '检查完毕，还没有写入任何内容。',
    import: (n: number) => `导入 ${n} 场活动`,
    nothing: '没有需要写入的行。',
    stopped: '检查中断了。已检查的结果保留着。',
    unread: (headings: readonly string[]) => `没有用到的列：${headings.join('、')}。`,
    other: '换一个文件',
  },
  send: {
    running: (done: number, of: number) => `正在导入 ${done}/${of} 行`,
    paused: '已暂停。已导入的已保存。',
    pause: '暂停',
    resume: '继续',
    stopped: '导入中断了。已导入的已保存，继续时不会重复。',
    safe: '可以放心关闭页面：再次导入同一个文件会从中断处接着做，不会重复登记。',
  },
  result: {
    done: '导入完成。',
    fix: '在原文件中改正有问题的行，再导入同一个文件即可：已导入的行不会重复登记。',
    list: '查看月度登记',
    again: '再导入一个文件',
  },
  troubles: {
    list: (n: number) => `有问题的 ${n} 行`,
    line: '行',
    title: '活动名称',
    column: '列',
    value: '内容',
    problem: '问题与处理',
    download: '下载问题清单（CSV）',
    fileName: '活动清单问题.csv',
    more: (n: number) => `显示更多（还有 ${n} 条）`,
  },
  trouble: {
    missing: '没有填写。请补上。',
    word: '不认识这个类别。请按文件要求里的类别填写，或留空记为其他。',
    number: '请填不小于 0 的整数；时长也可以写 1.5 小时。',
    length: '太长了。名称最多 60 个字，地点最多 40 个字。',
    'number-of-somebody': '里面像有电话或证件号码。这里只记工作，请删去号码。',
    'day-form': '看不懂这个日期。请写成 2026-03-05。',
    'day-part': '只有年和月。请写明哪一天。',
    'day-calendar': '没有这一天。请核对。',
    'day-future': '还没有到这一天。',
    'work-future': '还没有到这一天。',
    'work-outside': '那时单位还没有设立，或已经撤销。',
    'work-number': '里面像有电话或证件号码。这里只记工作，请删去号码。',
  } satisfies Record<WorkTrouble['code'], string>,
};

/** What the import says; every other language says all of it. */
export type StationImportWords = typeof stationImportZh;
