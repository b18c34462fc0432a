// The launcher as a process: prints where it is, obeys Ctrl-C, says an expected failure in one sentence, and ends with the right code.
import { BuildError } from './bundle-part.ts';
import { type Launched, launch, makeUndo, type Parts } from './launch.ts';
import { demoPeople } from './people.ts';
import { StartError } from './start-error.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs until it is told to stop (exit code 0) or fails (exit code 1). */
export async function run(env: NodeJS.ProcessEnv, parts: Parts): Promise<void> {
  const undo = makeUndo();
  let ending: Promise<never> | undefined;

  /** Stops everything once; whoever asks again while it stops changes nothing. */
  function end(code: number): Promise<never> {
    ending ??= undo
      .all()
      .catch((error: unknown) => report(error))
      .then(() => process.exit(code));
    return ending;
  }

  for (const signal of STOP_SIGNALS) process.on(signal, () => void end(0));
  try {
    const launched = await launch(env, parts, undo);
    greet(launched, parts);
    report(await launched.failed);
  } catch (error) {
    // What breaks because we are stopping already is no failure.
    if (ending === undefined) report(error);
  }
  await end(1);
}

function greet({ origin }: Launched, { log }: Parts): void {
  log(`助人学堂已启动 Running: ${origin}/`);
  log('演示人员 Demo people (登录时选择，无需密码 no password):');
  for (const { name } of demoPeople) log(`  · ${name}`);
  log('按 Ctrl-C 停止 Press Ctrl-C to stop.');
}

/** An expected failure is its sentence alone; anything else is ours to mend, and keeps its stack. */
function report(error: unknown): void {
  if (error instanceof StartError || error instanceof BuildError) console.error(error.message);
  else console.error(error);
}
