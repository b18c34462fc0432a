// Which language a page speaks, and where its pages are: Chinese stands at the root, English under /en/.

export type Lang = 'zh' | 'en';

/** The address of a page in a language: `/practice/` or `/en/practice/`. */
export function pageIn(lang: Lang, path: string): string {
  return lang === 'zh' ? path : `/en${path}`;
}

/** The static paths of every page: one for each language. */
export function pagesOfLanguages() {
  return [
    { params: { lang: undefined }, props: { lang: 'zh' as Lang } },
    { params: { lang: 'en' }, props: { lang: 'en' as Lang } },
  ];
}
