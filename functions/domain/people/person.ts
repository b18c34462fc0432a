// A person as staff keep them: who, what they studied, where they work and worked, their certificates and pools.
import type { Certificate } from './certificate.ts';
import type { Employment } from './employment.ts';
import type { PoolMembership } from './pools.ts';

/** 高中或中专、大专、本科、硕士、博士: the steps that the exam's entry rules tell apart. */
export const EDUCATIONS = ['secondary', 'college', 'bachelor', 'master', 'doctor'] as const;

export type Education = (typeof EDUCATIONS)[number];

export interface Person {
  id: string;
  name: string;
  /** Eleven digits, see `checkPhone`. */
  phone?: string;
  /** Masked. The whole number is sealed in the store and opened only by an audited unmasking. */
  idNumber?: string;
  education?: Education;
  /** Whether the education named is in social work (社会工作专业). */
  isSocialWorkMajor?: boolean;
  /** Never edited, only ended and added to. */
  employments: Employment[];
  certificates: Certificate[];
  pools: PoolMembership[];
}

/** What stands where the name was of somebody who has gone: their account was deleted, or is another one now. */
export const GONE_NAME = '已注销';

/** `王**`: the family name's first character, and a star for each further one up to two, so that the length tells little. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return `${first}${'*'.repeat(Math.min(rest.length, 2))}`;
}
