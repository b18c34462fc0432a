// A real browser: $CHROME, the system's Chromium, or the one inside the package, unpacked into a folder of the run's own.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a browser; what it unpacks and writes goes to `folder`, which is there. */
export async function openBrowser(folder: string): Promise<Browser> {
  const found = process.env.CHROME ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  if (found !== undefined) return chromium.launch({ executablePath: found, args: ARGS });
  return chromium.launch({ args: ARGS, ...(await packaged(folder)) });
}

/** The packaged browser's file, and the environment that finds its libraries: it brings them only where it takes the machine for Lambda. */
async function packaged(folder: string) {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
  try {
    const { default: chromiumPackage } = await import('@sparticuz/chromium');
    const executablePath = await chromiumPackage.executablePath();
    return { executablePath, env: { ...process.env } as Record<string, string> };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
