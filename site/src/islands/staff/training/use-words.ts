// What the training pages say, in the page's language. These words are no part of what every staff page loads.
import { useStaff } from '../../../shell/staff.tsx';
import { teachEn } from '../../../words/en-teach.ts';
import type { StaffWords } from '../../../words/zh-staff.ts';
import { type TeachWords, teachZh } from '../../../words/zh-teach.ts';

export function useTeachWords(): TeachWords {
  const { lang } = useStaff();
  return lang === 'zh' ? teachZh : teachEn;
}

/** Why one line of many was refused, in words. */
export function reasonText(reason: string | undefined, t: StaffWords, w: TeachWords): string {
  const known: Readonly<Record<string, string>> = { ...t.reasons, ...w.lineReasons };
  return known[reason ?? ''] ?? w.lineReasons.other;
}
