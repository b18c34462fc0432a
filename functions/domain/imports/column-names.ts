// The columns that a list of people may have, by their names here; what they are called in files is in columns.ts.

/** 所在机构、姓名、手机号、身份证号、岗位、是否在编、学历、专业是否社会工作、入职日期；证书级别、证书编号、发证日期、登记日期、登记有效期起、止. */
export const COLUMNS = [
  'unit',
  'name',
  'phone',
  'idNumber',
  'post',
  'established',
  'education',
  'isSocialWorkMajor',
  'from',
  'certificateLevel',
  'certificateNumber',
  'issued',
  'registered',
  'registrationFrom',
  'registrationTo',
] as const;

export type Column = (typeof COLUMNS)[number];
