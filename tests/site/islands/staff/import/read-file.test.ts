import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFault } from '../../../../../site/src/islands/staff/import/file-fault.ts';
import { readFile } from '../../../../../site/src/islands/staff/import/read-file.ts';
import { zipStored } from '../../../../../site/src/islands/staff/import/unzip.ts';
import { bytesOf, gb18030, inline, workbook, workbookWith } from './files.ts';

const TEXT = '姓名,手机号,岗位\r\n张三,13800000001,社工\r\n\r\n"王,五",="13800000002",网格员\r\n';
const ROWS = [['姓名', '手机号', '岗位'], ['张三', '13800000001', '社工'], [''], ['王,五', '13800000002', '网格员']];

async function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const error = await readFile(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FileFault);
  return (error as FileFault).reason;
}

function utf16(text: string, isBig: boolean): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

describe('a text file', () => {
  it.each([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${TEXT}`)],
    ['GB18030', gb18030(TEXT)],
    ['UTF-16, little end first', utf16(TEXT, false)],
    ['UTF-16, big end first', utf16(TEXT, true)],
    ['tabs', bytesOf(TEXT.replaceAll(',', '\t').replace('王\t五', '王,五'))],
    ['semicolons', bytesOf(TEXT.replaceAll(',', ';').replace('王;五', '王,五'))],
  ])('in %s is read', async (_how, bytes) => {
    expect(await readFile(bytes)).toEqual(ROWS);
  });

  it('in GB18030 keeps rare characters of names', async () => {
    const rows = await readFile(gb18030('姓名,手机号\n张𬭩𠅤,1\n'));
    expect(rows[1]).toEqual(['张𬭩𠅤', '1']);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', bytesOf(' \n,,\n'), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'encoding'],
    ['bytes of no encoding', new Uint8Array([0xff, 0xff, 0x80, 0xff]), 'encoding'],
    ['an open quote over everything', bytesOf(`姓名,手机号\n"${'x'.repeat(200_000)}`), 'damaged'],
    ['the old Excel', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-excel'],
    ['too many rows', bytesOf('姓名,手机号\n'.repeat(10_100)), 'rows'],
    ['too many columns', bytesOf('姓名,'.repeat(41)), 'empty'],
    ['a filled column too far', bytesOf(`姓名,手机号${',x'.repeat(40)}`), 'columns'],
    ['too many bytes', new Uint8Array(5 * 2 ** 20 + 1), 'too-large'],
  ])('of %s is refused', async (what, bytes, reason) => {
    if (what === 'too many columns') expect(await faultOf(bytesOf(`${'姓名,'.repeat(41)}x`))).toBe('columns');
    else expect(await faultOf(bytes)).toBe(reason);
  });

  it('of any bytes is read or refused, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await readFile(new Uint8Array(bytes)).catch((error) => expect(error).toBeInstanceOf(FileFault));
      }),
    );
  });
});

describe('a workbook', () => {
  it('is read as people see it', async () => {
    const day = { value: new Date('2024-03-01T00:00:00.000Z'), type: Date, format: 'yyyy/m/d' };
    const bytes = await workbook([
      ['姓名', '手机号', '身份证号', '入职日期', '是否在编'],
      ['张三', 13800000001, '36040219900101001X', day, true],
      [null],
      ['李四', '13800000002', 3.604021990010101e17, 45352, '=1+1'],
    ]);
    expect(await readFile(bytes)).toEqual([
      ['姓名', '手机号', '身份证号', '入职日期', '是否在编'],
      ['张三', '13800000001', '36040219900101001X', '2024-03-01', 'true'],
      ['', '', '', '', ''],
      // A number that a spreadsheet has rounded is told as one, not filled up with digits.
      ['李四', '13800000002', expect.stringMatching(/^3\.6\d+e\+17$/), '45352', '=1+1'],
    ]);
  });

  it('gives what a formula came to, never the formula', async () => {
    const formula = '<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>13800000001</v></c>';
    const head = `<row r="1">${inline('A1', '姓名')}${inline('B1', '手机号')}</row>`;
    const rows = await readFile(await workbookWith(`<sheetData>${head}<row r="2">${formula}</row></sheetData>`));
    expect(rows).toEqual([
      ['姓名', '手机号'],
      ['', '13800000001'],
    ]);
  });

  it('with a million empty rows is read for what is in it', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 3}" s="1"><c r="A${i + 3}" s="1"/></row>`);
    const head = `<row r="1">${inline('A1', '姓名')}${inline('B1', '手机号')}</row><row r="2">${inline('A2', '张三')}</row>`;
    const stored = await workbookWith(`<sheetData>${head}${empty.join('')}</sheetData>`);
    expect(await readFile(deflated(stored))).toEqual([
      ['姓名', '手机号'],
      ['张三', ''],
    ]);
  });

  it.each([
    ['a value far down', `<row r="1048576">${inline('A1048576', 'x')}</row>`, 'rows'],
    ['a value far to the right', `<row r="1">${inline('XFD1', 'x')}</row>`, 'columns'],
    ['an open cell', '<row r="1"><c r="A1"><v>1</v></row>', 'damaged'],
    ['too many rows without addresses', `<row><c><v>1</v></c></row>`.repeat(10_100), 'rows'],
    ['too many cells without addresses', `<row>${'<c><v>1</v></c>'.repeat(41)}</row>`, 'columns'],
  ])('with %s is refused', async (_what, data, reason) => {
    expect(await faultOf(await workbookWith(`<sheetData>${data}</sheetData>`))).toBe(reason);
  });

  it('that defines entities is refused', async () => {
    const bytes = await workbookWith('<!DOCTYPE x [<!ENTITY a "aaaa">]><sheetData></sheetData>');
    expect(await faultOf(bytes)).toBe('damaged');
  });

  it('that says it is far larger than its file is read only so far', async () => {
    const bomb = new Map([
      ['xl/workbook.xml', bytesOf('<workbook/>')],
      ['xl/worksheets/sheet1.xml', new Uint8Array(80 * 2 ** 20)],
    ]);
    const bytes = deflated(new Uint8Array(zipStored(bomb)));
    expect(bytes.byteLength).toBeLessThan(200_000);
    expect(await faultOf(bytes)).toBe('unpacked-size');
  });

  it('cut anywhere, or with a byte changed, is read or refused, and nothing else', async () => {
    const whole = await workbook([
      ['姓名', '手机号'],
      ['张三', '1'],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.byteLength - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = isCut ? whole.slice(0, at) : whole.slice().fill(byte, at, at + 1);
        await readFile(bytes).catch((error) => expect(error).toBeInstanceOf(FileFault));
      }),
      { numRuns: 60 },
    );
  });
});

/** The same archive with every part compressed. */
function deflated(stored: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(stored.buffer);
  const pieces: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  let out = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, nameLength] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
    const name = Buffer.from(stored.subarray(at + 30, at + 30 + nameLength));
    const data = deflateRawSync(stored.subarray(at + 30 + nameLength, at + 30 + nameLength + size));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt16LE(nameLength, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt16LE(nameLength, 28);
    central.writeUInt32LE(out, 42);
    pieces.push(local, name, data);
    centrals.push(central, name);
    out += 30 + nameLength + data.length;
    at += 30 + nameLength + size;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length / 2, 10);
  end.writeUInt32LE(out, 16);
  return new Uint8Array(Buffer.concat([...pieces, ...centrals, end]));
}
