// One writing for one value: what is hashed, and how a question file is laid out for people.
import { createHash } from 'node:crypto';
import type { EssayFile } from './essay-schema.ts';
import type { QuestionFile } from './schema.ts';

/** JSON with sorted keys and no spaces: equal values give equal bytes. Fields that are undefined are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The name of a content-addressed file: the first 20 hex digits of its SHA-256. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 20);
}

/** JSON in the 2-space form; what `inline` says yes to stands on one line. Ends with a newline. */
export function prettyJson(value: unknown, inline: (value: object) => boolean): string {
  return `${pretty(value, inline, '')}\n`;
}

/** A question file as authors keep it: options, keys, sources and blind answers on one line each. */
export function formatQuestionFile(file: QuestionFile): string {
  const { $schema, subject, chapter, items } = file;
  const ordered = { ...($schema === undefined ? {} : { $schema }), subject, chapter, items };
  return prettyJson(ordered, (v) => (Array.isArray(v) ? v.every((e) => typeof e !== 'object') : isLine(v)));
}

/** A file of essays: points, sources and readings on one line each. */
export function formatEssayFile(file: EssayFile): string {
  const { $schema, subject, chapter, essays } = file;
  const ordered = { ...($schema === undefined ? {} : { $schema }), subject, chapter, essays };
  return prettyJson(
    ordered,
    (v) => !Array.isArray(v) && !('parts' in v || 'points' in v || 'essays' in v || 'readings' in v),
  );
}

/** An option, a source, a blind answer: an object that says one thing. */
function isLine(value: object): boolean {
  return 'text' in value || 'type' in value || 'picked' in value;
}

function pretty(value: unknown, inline: (value: object) => boolean, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const one = inline(value);
  const lines = entries.map(([key, v]) => {
    const written = pretty(v, one ? () => true : inline, `${indent}  `);
    return Array.isArray(value) ? written : `${JSON.stringify(key)}: ${written}`;
  });
  if (!one) return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
  return Array.isArray(value) ? `[${lines.join(', ')}]` : `{ ${lines.join(', ')} }`;
}
