// Taking a paper along: asked for under an id that a lost answer and a reload do not change, and kept sealed.
import type { PaperForm } from '../../../../functions/domain/papers/blueprint.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import type { Call } from '../../api/client.ts';
import { examDevice } from '../../exam/device.ts';
import { putPrepared } from '../../journal/mock-kept.ts';
import { examEnv } from './exam-env.ts';
import { wish } from './wish.ts';

interface Wanted {
  person: string;
  subject: string;
  form: PaperForm;
  factor: number;
  answered: 'objective' | 'essay';
  now: Instant;
  newId: () => string;
}

/** False when the bank has too few questions. Throws ApiProblem, and whatever the browser throws that keeps nothing. */
export async function takeAlong(call: Call, { person, now, newId, answered, ...wanted }: Wanted): Promise<boolean> {
  const device = await examDevice(examEnv());
  const asked = wish({ kind: 'offline', person, ...wanted }, newId);
  const { prepared } = await call('prepareOffline', {
    params: { person },
    body: { request: asked.id, device, ...wanted },
  });
  if (prepared !== undefined) {
    await putPrepared({ ...prepared, owner: person, answered, factor: wanted.factor, preparedAt: now });
  }
  asked.done();
  return prepared !== undefined;
}
