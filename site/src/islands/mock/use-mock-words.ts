// What the mock pages say, in the page's language. These words are no part of what every page loads.
import { useShell } from '../../shell/shell.tsx';
import { mockEn } from '../../words/en-mock.ts';
import { type MockWords, mockZh } from '../../words/zh-mock.ts';

export function useMockWords(): MockWords {
  return useShell().lang === 'zh' ? mockZh : mockEn;
}
