// The parts of a .xlsx file, unpacked by the browser itself, never beyond a limit; and packed again without compression for the reader, which
// would otherwise start workers of its own for large parts: the content security policy forbids those.
import { FileFault } from './file-fault.ts';

/** Bytes of all parts together: some ten times what 10,000 rows take. */
const UNPACKED_MOST = 64 * 2 ** 20;
const PARTS_MOST = 200;

/** ZIP (APPNOTE.TXT 6.3.10): what each kind of record begins with. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const COMMENT_MOST = 0xffff;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  path: string;
  method: number;
  packed: Uint8Array<ArrayBuffer>;
}

/** The XML parts of a workbook by their paths. Throws FileFault. */
export async function unzip(bytes: Uint8Array<ArrayBuffer>): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let left = UNPACKED_MOST;
  for (const entry of entriesOf(bytes)) {
    if (!/^xl\/.*\.(xml|rels)$/.test(entry.path)) continue;
    if (parts.size === PARTS_MOST) throw new FileFault('damaged');
    const part = await unpacked(entry, left);
    left -= part.byteLength;
    parts.set(entry.path, part);
  }
  return parts;
}

/** A zip of parts as they are. Checksums are left out: what reads it here looks at none. */
export function zipStored(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const encoder = new TextEncoder();
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let at = 0;
  for (const [path, data] of parts) {
    const name = encoder.encode(path);
    const local = [...record(LOCAL, 30, { 18: data.byteLength, 22: data.byteLength, 26: name.byteLength }, name), data];
    centrals.push(
      ...record(CENTRAL, 46, { 20: data.byteLength, 24: data.byteLength, 28: name.byteLength, 42: at }, name),
    );
    locals.push(...local);
    at += sizeOf(local);
  }
  const size = sizeOf(centrals);
  const count = parts.size;
  return joined([...locals, ...centrals, ...record(END, END_BYTES, { 8: count, 10: count, 12: size, 16: at })]).buffer;
}

/** Offsets that are two bytes wide among those that `record` fills. */
const NARROW = new Set([8, 10, 26, 28]);

function record(
  signature: number,
  length: number,
  fields: { [offset: number]: number },
  name?: Uint8Array,
): Uint8Array[] {
  const head = new Uint8Array(length);
  const view = new DataView(head.buffer);
  view.setUint32(0, signature, true);
  for (const [key, value] of Object.entries(fields)) {
    const offset = Number(key);
    if (NARROW.has(offset)) view.setUint16(offset, value, true);
    else view.setUint32(offset, value, true);
  }
  return name === undefined ? [head] : [head, name];
}

/** What the directory at the end of the file names. */
function entriesOf(bytes: Uint8Array<ArrayBuffer>): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i += 1) {
      if (view.getUint32(at, true) !== CENTRAL) throw new FileFault('damaged');
      entries.push(entryAt(bytes, view, at));
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // A RangeError: an offset that points out of the file.
    throw error instanceof FileFault ? error : new FileFault('damaged');
  }
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_MOST);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FileFault('damaged');
}

function entryAt(bytes: Uint8Array<ArrayBuffer>, view: DataView, at: number): Entry {
  const [size, nameLength, local] = [
    view.getUint32(at + 20, true),
    view.getUint16(at + 28, true),
    view.getUint32(at + 42, true),
  ];
  const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  // The local header has a name and extra bytes of its own.
  const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (data + size > bytes.byteLength) throw new FileFault('damaged');
  return { path, method: view.getUint16(at + 10, true), packed: bytes.subarray(data, data + size) };
}

async function unpacked({ method, packed }: Entry, most: number): Promise<Uint8Array> {
  if (method !== STORED && method !== DEFLATED) throw new FileFault('damaged');
  if (method === STORED) {
    if (packed.byteLength > most) throw new FileFault('unpacked-size');
    return packed;
  }
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new FileFault('damaged');
    });
    if (done) return joined(chunks);
    chunks.push(value);
    size += value.byteLength;
    // The size that the directory states is not trusted: what comes out is counted.
    if (size > most) {
      await reader.cancel();
      throw new FileFault('unpacked-size');
    }
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
