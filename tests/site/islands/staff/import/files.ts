// Files for the readers, made here byte by byte: GB18030 text, workbooks with whatever sheet a test needs.
import writeSheet from 'write-excel-file/node';
import { unzip, zipStored } from '../../../../../site/src/islands/staff/import/unzip.ts';

/** Text in GB18030: two bytes for what the decoder has there, four for the rest of the plane. */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  const known = twoBytes();
  return new Uint8Array([...text].flatMap((sign) => known.get(sign) ?? otherBytes(sign)));
}

let pairs: Map<string, number[]> | undefined;

function twoBytes(): Map<string, number[]> {
  if (pairs !== undefined) return pairs;
  pairs = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(new Uint8Array([lead, trail]));
      if ([...sign].length === 1 && sign !== '\ufffd' && !pairs.has(sign)) pairs.set(sign, [lead, trail]);
    }
  }
  return pairs;
}

/** ASCII as it is; supplementary planes are linear from 0x90308130 (GB 18030-2022, four-byte part). */
function otherBytes(sign: string): number[] {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code < 0x10000) throw new Error(`no test needs ${sign}`);
  const linear = code - 0x10000;
  const last = linear % 10;
  const third = Math.floor(linear / 10) % 126;
  const second = Math.floor(linear / 1260) % 10;
  return [0x90 + Math.floor(linear / 12600), 0x30 + second, 0x81 + third, 0x30 + last];
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

type Cell =
  | string
  | number
  | boolean
  | null
  | { value: string | Date; type: 'Formula' | DateConstructor; format?: string };

/** A workbook as a spreadsheet would write it. */
export async function workbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeSheet(rows.map((row) => [...row])).toBuffer());
}

/** A workbook whose one sheet holds this XML. */
export async function workbookWith(sheetData: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await unzip(await workbook([['x']]));
  const path = [...parts.keys()].find((one) => one.includes('worksheets/sheet')) ?? '';
  const xml = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetData}</worksheet>`;
  return new Uint8Array(zipStored(new Map([...parts, [path, bytesOf(xml)]])));
}

/** A cell of text in XML. */
export function inline(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
