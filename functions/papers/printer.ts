// Completions as a PDF: a page A4 across for each, glyphs embedded once, the QR drawn as rectangles. A paper with a sign that the font lacks is named, and not drawn.
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { Paper, Printer } from '../app/deps.ts';

/** The two fonts, as files. */
export interface Fonts {
  regular: URL;
  bold: URL;
}

/** Points: A4 across. */
const PAGE = { width: 841.89, height: 595.28 };
const MARGIN = 72;
const INNER = PAGE.width - 2 * MARGIN;
const QR_SIDE = 150;
/** Its quiet zone reaches into the margin, so that its dark modules begin where the lines of the body do. */
const QR_LEFT = MARGIN + 14;
/** Where the code begins, and the text above it must end. */
const FOOT = PAGE.height - 60 - QR_SIDE;
const INK = '#1a1a1a';
const FAINT = '#6b6b6b';
const ACCENT = '#8a1c1c';

/** A printer with fonts that are read once, when the first paper is printed. */
export function makePrinter(files: Fonts): Printer {
  let read: { regular: Buffer; bold: Buffer } | undefined;
  return async (papers) => {
    read ??= { regular: readFileSync(files.regular), bold: readFileSync(files.bold) };
    const page = opened(read, papers);
    const bytes = collected(page);
    const unprinted: { number: string; sign: string }[] = [];
    for (const paper of papers) {
      const sign = missingSign(page, paper);
      if (sign === undefined) draw(page.addPage(), paper);
      else unprinted.push({ number: paper.number, sign });
    }
    page.end();
    return { bytes: await bytes, unprinted };
  };
}

function opened(fonts: { regular: Buffer; bold: Buffer }, papers: readonly Paper[]): Page {
  const [first] = papers;
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    // Named at once: pdfkit would look for a Helvetica file otherwise.
    font: fonts.regular as unknown as string,
    info: {
      Title: [first?.title, papers.length === 1 ? first?.number : undefined].filter(Boolean).join(' '),
      Author: first?.issuer ?? '',
      CreationDate: new Date(0),
      ModDate: new Date(0),
    },
    lang: 'zh-CN',
  });
  return page.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
}

type Page = InstanceType<typeof PDFDocument>;

/** The first sign of a paper that one of the fonts lacks. */
function missingSign(page: Page, paper: Paper): string | undefined {
  const texts = [paper.name, paper.title, paper.issuer, ...paper.coOrganisers, paper.maskedId ?? ''];
  const fonts = ['regular', 'bold'].map((name) => fontOf(page.font(name)));
  return [...texts.join('')].find((sign) => {
    return sign.trim() !== '' && !fonts.every((font) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
  });
}

/** pdfkit keeps the opened font to itself, and its types do not say so. */
function fontOf(page: Page): { hasGlyphForCodePoint(point: number): boolean } {
  return (page as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font.font;
}

function collected(page: Page): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    page.on('end', () => resolve(Buffer.concat(chunks)));
    page.on('error', reject);
  });
}

function draw(page: Page, paper: Paper): void {
  page
    .lineWidth(2)
    .strokeColor(ACCENT)
    .rect(30, 30, PAGE.width - 60, PAGE.height - 60)
    .stroke();
  page
    .lineWidth(0.5)
    .rect(36, 36, PAGE.width - 72, PAGE.height - 72)
    .stroke();
  page.font('bold').fontSize(34).fillColor(ACCENT);
  page.text('结 业 证 书', MARGIN, 78, { width: INNER, align: 'center' });
  page.font('regular').fontSize(12).fillColor(FAINT);
  page.text('继续教育学时证明', MARGIN, 126, { width: INNER, align: 'center' });
  drawBody(page, paper);
  drawFoot(page, paper);
}

function drawBody(page: Page, { name, maskedId, title, issuer, coOrganisers, from, to, hours, periods }: Paper): void {
  const x = MARGIN + 20;
  const width = INNER - 40;
  const days = from === to ? `于${from}` : `于${from}至${to}`;
  const others = coOrganisers.length === 0 ? '' : `（协办：${coOrganisers.join('、')}）`;
  const body = `${days}参加${issuer}${others}举办的「${title}」，实际参训 ${hours} 小时，折合 ${periods} 学时，准予结业。`;
  page.font('bold').fillColor(INK);
  write(page, name, { x, y: 168, width, height: 48, sizes: [24, 18, 14, 10] });
  page.font('regular').fontSize(13).fillColor(FAINT);
  if (maskedId !== undefined) page.text(`身份证号 ${maskedId}`, x, page.y + 4, { width });
  page.fillColor(INK);
  const y = page.y + 14;
  write(page, body, { x, y, width, height: FOOT - y, sizes: [16, 14, 12, 10, 8], indent: 32 });
}

function drawFoot(page: Page, { number, issuer, issuedOn, link }: Paper): void {
  drawCode(page, link, { x: QR_LEFT, y: FOOT, side: QR_SIDE });
  const x = QR_LEFT + QR_SIDE + 14;
  page.font('regular').fontSize(10).fillColor(FAINT);
  page
    .text('证书编号', x, FOOT + 74)
    .fontSize(13)
    .fillColor(INK)
    .text(number, x, FOOT + 90);
  page
    .fontSize(9)
    .fillColor(FAINT)
    .text('扫描二维码核验真伪，没有网络也能核验。', x, FOOT + 114, { width: 210, lineGap: 3 });
  const right = { x: PAGE.width - MARGIN - 290, width: 270, align: 'right' } as const;
  page.fillColor(INK);
  write(page, issuer, { ...right, y: FOOT + 66, height: 48, sizes: [15, 12, 10, 8] });
  write(page, issuedOn, { ...right, y: FOOT + 118, height: 24, sizes: [13] });
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Tried from the first on: the first at which the text stays in the box is taken, the last when none does. */
  sizes: readonly number[];
  align?: 'right';
  indent?: number;
}

/** Writes a text as large as its box lets it. */
function write(page: Page, text: string, { x, y, height, sizes, ...box }: Box): void {
  const options = (size: number) => ({ ...box, lineGap: size / 2 });
  const fits = (size: number) => page.fontSize(size).heightOfString(text, options(size)) <= height;
  const size = sizes.find(fits) ?? sizes.at(-1) ?? 8;
  page.fontSize(size).text(text, x, y, options(size));
}

/** The code with its quiet zone, each run of dark modules of a row as one rectangle: sharp at any size. */
function drawCode(page: Page, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { data } = encode(text, { ecc: 'L', border: 4 });
  const module = side / data.length;
  page.fillColor('#000000');
  for (const [row, line] of data.entries()) {
    for (let column = 0; column < line.length; column += 1) {
      if (!line[column]) continue;
      const first = column;
      while (line[column + 1]) column += 1;
      page.rect(x + first * module, y + row * module, (column - first + 1) * module, module);
    }
  }
  page.fill();
}
