// What the pages of one's own data say, in the page's language. These words are no part of what every page loads.
import { useShell } from '../../shell/shell.tsx';
import { profileEn } from '../../words/en-profile.ts';
import { type ProfileWords, profileZh } from '../../words/zh-profile.ts';

export function useProfileWords(): ProfileWords {
  return useShell().lang === 'zh' ? profileZh : profileEn;
}
