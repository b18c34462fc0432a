// The certificate that follows a pass: put into the person's record by staff in one step, once.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { dueCertificates } from '../domain/exams/standing.ts';
import { certificateFaults } from '../domain/imports/certificate-cells.ts';
import { withCertificate } from '../domain/people/certificate.ts';
import { today } from './access.ts';
import { entryOf } from './audit.ts';
import type { ExamDeps } from './deps.ts';
import { examsOf, type Found, isOwn, placeFor } from './exam-finding.ts';
import { factsOf, requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';

type Given = Answer<'giveCertificate'>;

export function giveCertificate(deps: ExamDeps) {
  return async (actor: Actor, { params, body }: Input<'giveCertificate'>): Promise<Given> => {
    const found = await examsOf(deps, actor)(params.person, 'changePerson');
    const place = placeFor(found, 'changePerson');
    if (place === undefined) throw new Problem('not_found');
    if (isOwn(found)) throw refused('exam-own');
    const { person: before } = found;
    const { level, number, issued } = body;
    const answer: Given = { person: before.id, level, number };
    if (before.certificates.some((one) => one.level === level && one.number === number)) return answer;
    requireKept(before);
    requireDue(deps, found, body);
    const { version: _, ...kept } = before;
    const certificates = withCertificate(before.certificates, { level, number, issued });
    const after = { ...kept, certificates, changedAt: deps.now() };
    const thing = { type: 'person', id: before.id };
    const act = { me: found.me, right: 'changePerson', action: 'addCertificate', place, thing } as const;
    const entries = [entryOf(deps, { ...act, before: factsOf(before), after: factsOf(after) })];
    if ((await deps.store.people.put({ before, after }, entries)) !== 'done') throw new Problem('conflict');
    return answer;
  };
}

/** Refuses a level that nobody has confirmed to be passed, a second certificate of a level, and days that cannot be. */
function requireDue(deps: ExamDeps, { person, record }: Found, body: Input<'giveCertificate'>['body']): void {
  const { level, number, issued } = body;
  if (person.certificates.some((one) => one.level === level)) throw refused('certificate-held');
  const due = dueCertificates(record, person.certificates).find((one) => one.level === level);
  if (due === undefined) throw refused('certificate-not-due');
  const [fault] = certificateFaults({ level, number, issued }, today(deps));
  const isEarly = issued < `${due.year}-01-01`;
  if (fault === undefined && !isEarly) return;
  const message = isEarly ? 'must not be before the exam' : (fault?.code ?? '');
  throw new Problem('invalid_input', [{ path: fault?.column === 'certificateNumber' ? 'number' : 'issued', message }]);
}
