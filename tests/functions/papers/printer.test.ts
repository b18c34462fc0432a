import { inflateSync } from 'node:zlib';
import readCode from 'jsqr';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../functions/app/deps.ts';
import { makePrinter } from '../../../functions/papers/printer.ts';

/** A CommonJS module: what it exports is inside what is imported, or is it. */
const decode = (readCode as unknown as { default?: typeof readCode }).default ?? readCode;

const font = (weight: string) =>
  new URL(`../../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`, import.meta.url);
const print = makePrinter({ regular: font('Regular'), bold: font('Bold') });

const paper: Paper = {
  ...{ number: '2026-7K3M-9QXA-04TD', name: '㛃䶮𬭩𠅤', maskedId: '360401********1234', title: '考前冲刺培训班' },
  ...{
    issuer: '社会工作联合会',
    coOrganisers: ['民政局'],
    from: '2026年5月23日',
    to: '2026年5月25日',
    issuedOn: '2026年6月1日',
  },
  ...{ hours: '18.00', periods: '24.00', link: `https://zhuren.example/verify/#${'a'.repeat(460)}` },
};

let pdf: Buffer;
beforeAll(async () => {
  pdf = await printed([paper]);
}, 60_000);

describe('a printed paper', () => {
  it('is one page, with its fonts cut down and embedded', () => {
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text.match(/\/FontFile3?/g)?.length).toBeGreaterThanOrEqual(2);
    expect(pdf.byteLength).toBeLessThan(400_000);
  });

  it('holds the rarest of names sign by sign, to be copied and searched', () => {
    const maps = streamsOf(pdf)
      .filter((stream) => stream.includes('begincmap'))
      .join()
      .replaceAll(' ', '')
      .toLowerCase();
    for (const sign of paper.name) {
      const units = Buffer.from(sign, 'utf16le').swap16().toString('hex');
      expect(maps, sign).toContain(`<${units}>`);
    }
  });

  it('has its code as sharp rectangles, which a phone reads', () => {
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image');
    const read = decode(rastered(pageOf(pdf)), SIDE_PX, SIDE_PX);
    expect(read?.data).toBe(paper.link);
  });

  it('stays on its one page with the longest of names, titles and lists', async () => {
    const long = { name: '名'.repeat(60), title: '题'.repeat(60), issuer: '会'.repeat(60) };
    const bytes = await printed([{ ...paper, ...long, coOrganisers: Array<string>(10).fill('协'.repeat(60)) }]);
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    // Measured from below: no line of the body reaches down to where the code stands.
    const lines = [...pageOf(bytes).matchAll(/^1 0 0 1 ([\d.]+) ([\d.]+) Tm$/gm)];
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(([, x, y]) => Number(x) < LEFT + 150 && Number(y) < 60 + 150)).toEqual([]);
  });
});

it.each(['王😀', '王\uE000', '王ꀀ'])(
  'is not drawn for a name whose sign the font lacks: %s',
  async (name) => {
    const { unprinted } = await print([{ ...paper, name }]);
    expect(unprinted).toEqual([{ number: paper.number, sign: [...name][1] }]);
  },
  60_000,
);

describe('papers printed together', () => {
  const number = (i: number) => `2026-7K3M-9QXA-00${i}`;
  const papers = ['王一', '王\uE000', '王三'].map((name, i) => ({ ...paper, name, number: number(i) }));

  it('are one PDF with a page each, in which every font is embedded once', async () => {
    const text = (await printed([papers[0], papers[2]] as Paper[])).toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(text.match(/\/FontFile3?/g)).toHaveLength(2);
  }, 60_000);

  it('leave out the one whose sign the font lacks, and name it', async () => {
    const { bytes, unprinted } = await print(papers);
    expect(unprinted).toEqual([{ number: number(1), sign: '\uE000' }]);
    expect(
      Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(2);
  }, 60_000);
});

/** Papers that can all be printed. */
async function printed(papers: readonly Paper[]): Promise<Buffer> {
  const { bytes, unprinted } = await print(papers);
  expect(unprinted).toEqual([]);
  return Buffer.from(bytes);
}

const SCALE = 6;
/** Where the code stands, in points. */
const LEFT = 86;
const SIDE_PX = 150 * SCALE;

/** The corner of the page where the code stands, painted black where a rectangle is filled. */
function rastered(page: string): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(SIDE_PX * SIDE_PX * 4).fill(255);
  for (const [, x, y, width, height] of page.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)) {
    const [left, top] = [(Number(x) - LEFT) * SCALE, (Number(y) - (595.28 - 60 - 150)) * SCALE];
    const [right, bottom] = [left + Number(width) * SCALE, top + Number(height) * SCALE];
    if (left < 0 || top < 0) continue;
    for (let row = Math.round(top); row < Math.round(bottom); row += 1) {
      for (let column = Math.round(left); column < Math.round(right); column += 1) {
        pixels.fill(0, (row * SIDE_PX + column) * 4, (row * SIDE_PX + column) * 4 + 3);
      }
    }
  }
  return pixels;
}

/** What is drawn on the page. */
function pageOf(bytes: Buffer): string {
  return streamsOf(bytes).find((stream) => stream.includes(' re')) ?? '';
}

/** The streams of a PDF, inflated. */
function streamsOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\n/g)].flatMap(({ index }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const [from, to] = [index + 7, text.indexOf('\nendstream', index)];
    try {
      return [inflateSync(bytes.subarray(from, to)).toString('latin1')];
    } catch {
      return [];
    }
  });
}
