// Kinds of activities (活动类别), as stations of townships report them: the fields of civil affairs that social work serves, and the forms of it.

/** 社会救助、养老服务、儿童关爱、妇女与家庭、残障服务、心理支持、社区治理、政策宣传、志愿服务、移风易俗与文化、小组工作、入户走访、其他. */
export const ACTIVITY_KINDS = [
  'assistance',
  'elderly',
  'children',
  'family',
  'disability',
  'mental',
  'community',
  'policy',
  'volunteering',
  'culture',
  'group',
  'visits',
  'other',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
