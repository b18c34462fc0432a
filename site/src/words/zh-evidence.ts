// What is said of files that prove something, in Chinese: the ledger of hours and the record of exams share it.

export const evidenceZh = {
  comma: '、',
  evidence: '证明材料',
  noEvidence: '没有证明材料',
  file: (name: string, size: string) => `${name}（${size}）`,
  sha: 'SHA-256',
  stays: '文件没有上传，在提交人自己手里。审核时看原件，用「核对文件」确认是不是同一份。',
  compare: '核对文件',
  same: (name: string) => `一致：「${name}」就是登记的那份文件。`,
  different: (name: string) => `不一致：「${name}」和登记的任何一份都不同。`,
  filesHint:
    '文件不上传，一直在你自己手里；这里只记文件名、大小和在这台设备上算出的指纹（SHA-256）。审核时请出示原件。最多 10 个，每个不超过 200 MB。',
  hashing: '正在计算指纹…',
  drop: '去掉',
  dropFile: (name: string) => `去掉 ${name}`,
  fileFaults: {
    empty: (name: string) => `「${name}」是空文件，没有加入。`,
    big: (name: string) => `「${name}」超过 200 MB，没有加入。`,
    unreadable: (name: string) => `「${name}」没能读出来。请重新选择。`,
    many: (name: string) => `已经有 10 个文件，「${name}」没有加入。`,
  },
};

/** What is said of evidence; every other language says all of it. */
export type EvidenceWords = typeof evidenceZh;
