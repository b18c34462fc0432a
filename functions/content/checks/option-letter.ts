// Options are shown in another order than they are written, so no explanation may speak of one by its letter.
import { about, type Bank, type Finding, placed } from '../bank.ts';

/** 选项A, A项, A选项, 选A, 故选A, 答案为A, A正确, A、B项. A letter in other use (ABC理论, A型血) passes. */
const LETTER =
  /(选项|应选|故选|选|答案[为是：]?)\s*[A-EＡ-Ｅ](?![A-Za-z])|(?<![A-Za-z])[A-EＡ-Ｅ]\s*(项|选项|正确|错误|不正确|不对)/;

export function optionLetter(bank: Bank): Finding[] {
  return placed(bank).flatMap((at) => {
    const texts = [
      ['explanation', at.item.explanation],
      ...at.item.options.map((o) => [`why of option ${o.id}`, o.why]),
    ];
    return texts.flatMap(([field = '', text = '']) => {
      const named = LETTER.exec(text);
      if (named === null) return [];
      return [
        about(
          at,
          'option-letter',
          `The ${field} names an option by its letter (“${named[0]}”); name it by its content.`,
        ),
      ];
    });
  });
}
