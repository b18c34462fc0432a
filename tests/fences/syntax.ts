// What the fences look for in TypeScript, by its syntax tree: a comment or a string that mentions a clock is no clock.
import ts from 'typescript';
import { scriptOf } from './astro-script.ts';

export interface Finding {
  line: number;
  what: string;
}

/** Names that are a clock or a source of chance on whatever object they are read. */
const ALWAYS = new Set(['randomUUID', 'getRandomValues', 'hrtime', 'timeOrigin']);

/** Object → the members of it that are a clock or a source of chance. */
const MEMBERS: { [object: string]: string } = { Date: 'now', Math: 'random', performance: 'now', Temporal: 'Now' };

/** What node:crypto and node:perf_hooks lend of chance and clocks. */
const IMPORTED = new Set(['randomBytes', 'randomInt', 'randomUUID', 'randomFill', 'randomFillSync', 'webcrypto']);

/** Every clock and every source of chance that a file reads: `Date.now()`, `new Date()`, `Math.random()`, `crypto.randomUUID()`, … */
export function clocksIn(path: string, text: string): Finding[] {
  return walk(path, text, (node) => memberOf(node) ?? emptyDate(node) ?? imported(node));
}

/** Every `any`, written as a type. */
export function anysIn(path: string, text: string): Finding[] {
  return walk(path, text, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined));
}

function memberOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return suspicious(node.expression.getText(), node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return suspicious(node.expression.getText(), node.argumentExpression.text);
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && node.initializer) {
    const from = node.initializer.getText();
    const names = node.name.elements.map((e) => suspicious(from, (e.propertyName ?? e.name).getText()));
    return names.find((name) => name !== undefined);
  }
  return undefined;
}

function suspicious(object: string, member: string): string | undefined {
  const name = object.split('.').at(-1) ?? '';
  return ALWAYS.has(member) || MEMBERS[name] === member ? `${name}.${member}` : undefined;
}

function emptyDate(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  return undefined;
}

function imported(node: ts.Node): string | undefined {
  if (!ts.isImportSpecifier(node)) return undefined;
  const from = node.parent.parent.parent.moduleSpecifier.getText();
  const name = (node.propertyName ?? node.name).text;
  if (/crypto/.test(from) && IMPORTED.has(name)) return `import { ${name} }`;
  return /perf_hooks/.test(from) && name === 'performance' ? `import { ${name} }` : undefined;
}

function walk(path: string, text: string, look: (node: ts.Node) => string | undefined): Finding[] {
  const source = path.endsWith('.astro') ? scriptOf(text) : text;
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const findings: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const what = look(node);
    if (what !== undefined) findings.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return findings;
}
