// The routes that issue completions and print them: what they do, named.
import { identifyStaff } from '../app/access.ts';
import { completionFile, courseCompletionsFile } from '../app/completion-files.ts';
import { changeCompletion, issueCompletions, listCompletions } from '../app/completions.ts';
import type { DocumentDeps } from '../app/deps.ts';
import { documentsRoutes } from '../contract/documents/routes.ts';
import { documentsShapes } from '../contract/documents/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { edge } from './edge.ts';

/** The documents' edge: who calls comes with their roles of today. */
export function documentsEdge(deps: DocumentDeps) {
  const who = callers(deps, identifyStaff(deps));
  const handlers = documentsHandlers(deps);
  return edge({
    audience: 'documents',
    handlers,
    routes: documentsRoutes,
    shapes: documentsShapes,
    guests: false,
    ...who,
  });
}

export function documentsHandlers(deps: DocumentDeps): Handlers<'documents'> {
  return {
    issueCompletions: issueCompletions(deps),
    listCompletions: listCompletions(deps),
    changeCompletion: changeCompletion(deps),
    completionFile: async (actor, input, c) => {
      const { number, bytes } = await completionFile(deps)(actor, input);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${number}.pdf"`,
      });
    },
    courseCompletionsFile: async (actor, input, c) => {
      const { bytes, pages, unprinted, next } = await courseCompletionsFile(deps)(actor, input);
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${input.params.course}.pdf"`,
        'zhuren-pages': String(pages),
        ...(unprinted.length > 0 && { 'zhuren-unprinted': unprinted.join() }),
        ...(next !== undefined && { 'zhuren-next': next }),
      });
    },
  };
}
