// Which tab of a browser writes an attempt: the one that was opened, or asked for it, last. The one before becomes read-only.
import type { ExamEnv } from './env.ts';

/** Takes the attempt for this tab; `lost` runs when another one has taken it. Returns how to let it go. */
export function takeTab(locks: ExamEnv['locks'], attempt: string, lost: () => void): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  locks?.request(`zhuren-exam ${attempt}`, { steal: true }, () => held).catch(lost);
  return letGo;
}
