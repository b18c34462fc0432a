// What is wrong with a file's shape, said to its author: where, what, and what to do.
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** A path inside a file, as an author counts: ['items', 3, 'key'] → items[3].key; the whole is `the file`. */
function place(path: readonly PropertyKey[], whole = 'the file'): string {
  if (path.length === 0) return whole;
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** One problem of shape as a sentence, `whole` being the path of what was parsed. */
export function sentence(issue: Issue, whole: readonly PropertyKey[]): string {
  return `${place([...whole, ...issue.path])}: ${complaint(issue)}`;
}

function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((k) => `"${k}"`).join(', ')}; remove it or correct its name.`;
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `the field is missing; add it (${issue.expected}).`
        : `it must be of type ${issue.expected}; ${issue.message.replace(/^.*received/, 'it is')}.`;
    case 'invalid_value':
      return `it must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}.`;
    case 'invalid_union':
      return 'it must be one of the known types; see question-file.schema.json.';
    case 'too_small':
    case 'too_big':
      return `${issue.message}.`;
    default:
      return `it ${issue.message}.`;
  }
}
