// What was chosen: how many took each option, and how well those did in the rest of the paper. A good distractor draws the weak.
import type { OptionId } from '../questions/question.ts';
import { addTo, type Sums } from './item-sums.ts';

export interface OptionLine {
  id: OptionId;
  isKey: boolean;
  /** Attempts that chose it, and their share of all, 0 to 1. */
  chosen: number;
  share: number;
  /** What those earned in the rest of their paper, as a share of what it could earn; undefined when nobody chose it. */
  rest: number | undefined;
}

export interface ChoiceTable {
  options: OptionLine[];
  /** Attempts that chose nothing. */
  blank: number;
  /** The same share of everybody, to compare with; undefined without attempts. */
  rest: number | undefined;
}

/** The table of a question's options in their order, from its sums, those of each form of paper apart. */
export function choicesOf(
  { options, key }: { options: readonly { id: OptionId }[]; key: readonly OptionId[] },
  ...forms: readonly Sums[]
): ChoiceTable {
  const { n = 0, b: blank = 0, ...whole } = forms.reduce(addTo, {});
  const line = ({ id }: { id: OptionId }): OptionLine => {
    const chosen = whole[`o:${id}`] ?? 0;
    const rest = restShare(forms, { marks: `p:${id}`, count: `o:${id}` });
    return { id, isKey: key.includes(id), chosen, share: n === 0 ? 0 : chosen / n, rest };
  };
  return { options: options.map(line), blank, rest: restShare(forms, { marks: 'y', count: 'n' }) };
}

/** The mean over all forms of what was earned in the rest, each measured by what the rest of its form can earn. */
function restShare(forms: readonly Sums[], { marks, count }: { marks: string; count: string }): number | undefined {
  let [sum, all] = [0, 0];
  for (const sums of forms) {
    const { n = 0, r = 0 } = sums;
    if (r === 0) continue;
    sum += ((sums[marks] ?? 0) * n) / r;
    all += sums[count] ?? 0;
  }
  return all === 0 ? undefined : sum / all;
}
