// What the import of activities says, in the page's language.
import { useStaff } from '../../../../shell/staff.tsx';
import { stationImportEn } from '../../../../words/en-station-import.ts';
import { type StationImportWords, stationImportZh } from '../../../../words/zh-station-import.ts';

export function useStationImportWords(): StationImportWords {
  const { lang } = useStaff();
  return lang === 'zh' ? stationImportZh : stationImportEn;
}
