// What the door and the checking of certificates say, in the page's language.
import { checkInEn } from '../../words/en-check-in.ts';
import { type CheckInWords, checkInZh } from '../../words/zh-check-in.ts';
import { useTraining } from '../training/training.tsx';

export function useDoorWords(): CheckInWords {
  const { lang } = useTraining();
  return lang === 'zh' ? checkInZh : checkInEn;
}
