// Staleness by content, on parts of a small project in a folder of its own.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildParts } from '../../../functions/local/build.ts';
import { BuildError, isStale, type Part } from '../../../functions/local/bundle-part.ts';

let root: string;
let log: string[];

/** A part that puts its one source, in capitals, into `out.txt`; a source that says so fails. */
const shout: Part = {
  name: 'shout',
  inputs: ['source', 'lock.json'],
  async make({ into, log: say }) {
    const text = readFileSync(join(root, 'source/text.txt'), 'utf8');
    writeFileSync(join(into, 'out.txt'), text.toUpperCase());
    if (text === 'broken') throw new BuildError('The text is broken.');
    say(`shout: ${text}`);
  },
};

/** A part made from what `shout` makes. */
const echo: Part = {
  name: 'echo',
  inputs: ['dist/shout'],
  async make({ into, log: say }) {
    writeFileSync(join(into, 'out.txt'), readFileSync(join(root, 'dist/shout/out.txt')));
    say('echo');
  },
};

const write = (text: string) => writeFileSync(join(root, 'source/text.txt'), text);
const output = (part: string) => readFileSync(join(root, 'dist', part, 'out.txt'), 'utf8');
const build = async (parts = [shout, echo]) => {
  log = [];
  await buildParts(root, parts, (line) => log.push(line));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(root, 'source'));
  write('one');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  it('makes every part the first time, and nothing the second', async () => {
    await build();
    expect(log).toEqual(['shout: one', 'echo']);
    await build();
    expect(log).toEqual([]);
  });

  it('makes a changed part and what is made from it', async () => {
    await build();
    write('two');
    await build();
    expect(log).toEqual(['shout: two', 'echo']);
    expect(output('echo')).toBe('TWO');
  });

  it('looks at content: a touched file changes nothing, a new or renamed one does', async () => {
    await build([shout]);
    utimesSync(join(root, 'source/text.txt'), 1, 1);
    expect(isStale(root, shout)).toBe(false);
    writeFileSync(join(root, 'source/more.txt'), '');
    expect(isStale(root, shout)).toBe(true);
  });

  it('makes a part again when an output is gone or its stamp is unreadable', async () => {
    await build([shout]);
    rmSync(join(root, 'dist/shout/out.txt'));
    await build([shout]);
    expect(output('shout')).toBe('ONE');
    writeFileSync(join(root, 'dist/stamps/shout.json'), '{');
    expect(isStale(root, shout)).toBe(true);
  });

  it('leaves the old output where it was when it fails, and stays stale', async () => {
    await build([shout]);
    write('broken');
    await expect(build([shout])).rejects.toThrow(new BuildError('The text is broken.'));
    expect(output('shout')).toBe('ONE');
    expect(existsSync(join(root, 'dist/shout.new'))).toBe(false);
    expect(isStale(root, shout)).toBe(true);
  });

  it('goes on from whatever a killed build left', async () => {
    await build([shout]);
    for (const folder of ['shout.new', 'shout.old']) mkdirSync(join(root, 'dist', folder));
    rmSync(join(root, 'dist/shout'), { recursive: true });
    await build([shout]);
    expect(output('shout')).toBe('ONE');
    expect(existsSync(join(root, 'dist/shout.old'))).toBe(false);
  });

  it('runs alone: of several at once one builds and the others find it built', async () => {
    const lines: string[] = [];
    await Promise.all([1, 2, 3].map(() => buildParts(root, [shout], (line) => lines.push(line))));
    expect(lines.filter((line) => line.startsWith('shout'))).toEqual(['shout: one']);
  });
});
