// What papers and attempts are called. Pure.
import { ITEM_KINDS } from '../../../../functions/domain/papers/blueprint.ts';
import type { Lang } from '../../words/lang.ts';
import type { MockWords } from '../../words/zh-mock.ts';
import type { Form, Head, LocalLine, Past, Subject } from './wire.ts';

interface By {
  list: { subjects: readonly Pick<Subject, 'id' | 'name'>[] };
  lang: Lang;
  t: MockWords;
}

/** A set paper's own title; else the subject and the form. */
export function nameOf(attempt: Pick<Past | Head, 'title' | 'subject' | 'form'>, { list, lang, t }: By): string {
  return attempt.title ?? `${subjectName(attempt.subject, { list, lang })} · ${t.forms[attempt.form]}`;
}

export function subjectName(id: string, { list, lang }: Pick<By, 'list' | 'lang'>): string {
  return list.subjects.find((subject) => subject.id === id)?.name[lang] ?? id;
}

/** `单选题 60 题、多选题 20 题` in its parts. */
export function countTexts(counts: Form['counts'], t: MockWords): string[] {
  return ITEM_KINDS.flatMap((kind) => {
    const n = counts[kind] ?? 0;
    return n > 0 ? [t.counted(n, t.kinds[kind])] : [];
  });
}

/** What the bank lacks for a form: `单选题 4 题`. */
export function lackTexts(lacking: Form['lacking'], t: MockWords): string[] {
  return lacking.map(({ kind, wanted, have }) =>
    t.free.lack(t.kinds[kind as keyof MockWords['kinds']] ?? kind, wanted - have),
  );
}

/** The latest local line of each region of a level, in the order of the list. */
export function linesOf(lines: readonly LocalLine[], level: LocalLine['level']): { region: string; line: LocalLine }[] {
  const latest = new Map<string, LocalLine>();
  for (const line of lines.filter((one) => one.level === level)) {
    for (const region of line.regions) {
      const held = latest.get(region);
      if (held === undefined || held.year < line.year) latest.set(region, line);
    }
  }
  return [...latest].map(([region, line]) => ({ region, line }));
}
