// A real browser for tests and measures: $CHROME, the system's Chromium, or the one inside the package; with the fonts that Chinese needs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';

const SYSTEM = '/usr/bin/chromium';
const require = createRequire(import.meta.url);
const FONTS = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');

/** Our own: the package's hold `--single-process` and `--disable-web-security`. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How to launch it. What it unpacks and writes stands in `folder`, which is made; the caller removes it. */
export async function browserOptions(folder: string): Promise<LaunchOptions> {
  mkdirSync(folder, { recursive: true });
  const given = process.env.CHROME ?? (existsSync(SYSTEM) ? SYSTEM : undefined);
  const { executablePath, libraries } = given === undefined ? await unpacked(folder) : { executablePath: given };
  const env = { ...process.env, ...libraries, TMPDIR: folder, FONTCONFIG_FILE: fontConfig(folder) };
  return { executablePath, args: ARGS, env };
}

/**
 * The packaged browser, unpacked into `folder`. The package reads and writes the environment as it is loaded: the folder, and whether this is
 * Lambda, where alone it unpacks its libraries. The environment is as before when this is done.
 */
async function unpacked(folder: string) {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return { executablePath, libraries: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Without the bank's own font Chinese is drawn as boxes, and every measure of a page is wrong. */
function fontConfig(folder: string): string {
  const file = join(folder, 'fonts.conf');
  const dirs = [FONTS, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const text = `<fontconfig>${dirs}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`;
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n${text}\n`);
  return file;
}
