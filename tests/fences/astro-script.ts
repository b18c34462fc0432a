// The TypeScript of an .astro file, for the checkers that read TypeScript alone: its frontmatter and its script elements.

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---/;
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** What runs of an .astro file: at build time the frontmatter, in the browser the scripts. */
export function scriptOf(astro: string): string {
  const scripts = [...astro.matchAll(SCRIPT)].map((match) => match[1] ?? '');
  return [FRONTMATTER.exec(astro)?.[1] ?? '', ...scripts].join('\n');
}
