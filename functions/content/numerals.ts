// Article numbers as statutes write them: 第一千零七十七条, 第二百八十七条之一, several joined by 、.

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ARTICLE = /^第([零〇一二两三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?$/;

/** The number a Chinese numeral below 10,000 stands for; undefined for anything not written as a statute would. */
export function chineseNumber(numeral: string): number | undefined {
  let total = 0;
  let digit = 0;
  for (const sign of numeral.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = UNITS[sign];
    if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
      continue;
    }
    const value = DIGITS.indexOf(sign);
    if (value < 0) return undefined;
    digit = value;
  }
  return total + digit > 0 && chineseNumeral(total + digit) === canonical(numeral) ? total + digit : undefined;
}

/** A number from 1 to 9999 as a statute writes it: 1040 → 一千零四十, 10 → 十. */
export function chineseNumeral(number: number): string {
  const units = ['千', '百', '十', ''];
  const padded = String(number).padStart(4, '0');
  const spelled = units.map((unit, i) => (padded[i] === '0' ? '零' : `${DIGITS[Number(padded[i])]}${unit}`)).join('');
  return spelled
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十');
}

/** The article numbers named by a source, `第十条、第十二条` → [10, 12]; undefined when one is not written as an article. */
export function articleNumbers(articles: string): number[] | undefined {
  const numbers = articles.split(/[、，]/).map((article) => {
    const numeral = ARTICLE.exec(article.trim())?.[1];
    return numeral === undefined ? undefined : chineseNumber(numeral);
  });
  return numbers.every((n) => n !== undefined) ? numbers : undefined;
}

/** Two spellings that mean one number are compared as one: 一十五 is 十五, 〇 is 零, 两百 is 二百. */
function canonical(numeral: string): string {
  return numeral.replaceAll('〇', '零').replaceAll('两', '二').replace(/^一十/, '十');
}
