// The papers somebody has taken along, as the list shows them: what is kept, what was begun, what waits to be uploaded.
import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../api/client.ts';
import { dropExam, offlineSheet } from '../../exam/offline.ts';
import { deletePrepared, listPrepared, type Prepared } from '../../journal/mock-kept.ts';
import { examEnv } from './exam-env.ts';
import { uploadPrepared } from './upload.ts';

/** `sealed`: not begun; `begun`: its time runs; `over`: to be uploaded. */
export type Stage = 'sealed' | 'begun' | 'over';

export interface Taken {
  paper: Prepared;
  stage: Stage;
}

export interface PreparedPapers {
  papers: readonly Taken[];
  /** False where the browser keeps nothing. */
  kept: boolean;
  reload(): Promise<void>;
  remove(paper: Prepared): Promise<void>;
  /** Uploads one that is over; answers its attempt. Throws ApiProblem. */
  upload(paper: Prepared): Promise<void>;
}

export function usePrepared(person: string, call: Call): PreparedPapers {
  const [held, setHeld] = useState<{ papers: readonly Taken[]; kept: boolean }>({ papers: [], kept: true });
  const reload = async () => {
    try {
      const papers = await listPrepared(person);
      setHeld({ papers: await Promise.all(papers.map(stageOf)), kept: true });
    } catch {
      setHeld({ papers: [], kept: false });
    }
  };
  useEffect(() => void reload(), [person]);
  const remove = async ({ owner, attempt }: Prepared) => {
    await deletePrepared(owner, attempt);
    await dropExam(examEnv(), attempt);
    await reload();
  };
  const upload = async (paper: Prepared) => {
    await uploadPrepared(call, paper);
    await reload();
  };
  return { ...held, reload, remove, upload };
}

async function stageOf(paper: Prepared): Promise<Taken> {
  if (paper.begunAt === undefined) return { paper, stage: 'sealed' };
  const sheet = await offlineSheet(examEnv(), paper.attempt);
  return { paper, stage: sheet?.isOver ? 'over' : 'begun' };
}
