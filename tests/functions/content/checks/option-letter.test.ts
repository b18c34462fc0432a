import { expect, test } from 'vitest';
import { optionLetter } from '../../../../functions/content/checks/option-letter.ts';
import { bankOf, single } from '../builders.ts';

test.each(['与服务对象商量目标，体现了自决。', 'ABC理论中的A指激发事件，B指信念。', '血型为A型的服务对象与此无关。'])(
  '“%s” passes',
  (text) => {
    expect(optionLetter(bankOf(single({ explanation: text })))).toEqual([]);
  },
);

test.each(['选项B体现了自决。', '故选B。', 'A项属于接纳。', '答案为B。', 'A、C项与题意不符。', 'B正确。', '应选Ｂ。'])(
  '“%s” is an error',
  (text) => {
    expect(optionLetter(bankOf(single({ explanation: text })))).toMatchObject([{ level: 'error', item: 'jc04-001' }]);
  },
);

test('a why that names a letter is an error that says which one', () => {
  const options = single().options.map((o) => (o.id === 'D' ? { ...o, why: '与选项A相同，都不是自决。' } : o));
  expect(optionLetter(bankOf(single({ options })))[0]?.message).toBe(
    'The why of option D names an option by its letter (“选项A”); name it by its content.',
  );
});
