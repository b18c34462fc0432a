// Reads a composed mail back: its head unfolded and decoded (RFC 2047), its body decoded from base64.

export interface Parsed {
  /** By name in small letters. */
  head: Map<string, string>;
  body: string;
}

export function parsed(bytes: Buffer): Parsed {
  const [head = '', ...body] = bytes.toString('latin1').split('\r\n\r\n');
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return {
    head: new Map(
      lines.map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), decoded(line.slice(at + 1).trim())] as const;
      }),
    ),
    body: Buffer.from(body.join('\r\n\r\n'), 'base64').toString('utf8').replaceAll('\r\n', '\n'),
  };
}

/** Encoded words that follow one another are one text. */
function decoded(value: string): string {
  const words = value.replaceAll(/\?=\s+=\?/g, '?==?');
  const bytes = words.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, way: string, text: string) =>
    way.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function quoted(text: string): string {
  return text
    .replaceAll('_', ' ')
    .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
