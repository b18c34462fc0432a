// Bringing an offline self-test to the server: what was answered, and how long it took by the device's word. Again it is the same.
import type { Call } from '../../api/client.ts';
import { dropExam, offlineSheet } from '../../exam/offline.ts';
import { deletePrepared, type Prepared } from '../../journal/mock-kept.ts';
import { examEnv } from './exam-env.ts';

/** Uploads a paper that is over, and takes it from this browser once the server has it. Throws ApiProblem. */
export async function uploadPrepared(call: Call, { owner, attempt, token }: Prepared): Promise<void> {
  const sheet = await offlineSheet(examEnv(), attempt);
  if (sheet === undefined) return;
  const { device, answers, texts, tookMs } = sheet;
  await call('uploadOffline', { params: { attempt }, body: { device, answers, texts, tookMs, token } });
  await deletePrepared(owner, attempt);
  await dropExam(examEnv(), attempt);
}
