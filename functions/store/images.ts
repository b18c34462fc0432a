// Items as a stream's record holds them (DynamoDB JSON), read into plain ones. Lambda's events bring bytes as base64.

/** A value with its type: `{ S: 'text' }`, `{ N: '1' }`, … */
export type Typed = { readonly [type: string]: unknown };
export type Image = { readonly [attribute: string]: Typed };

const READ: { readonly [type: string]: (value: never) => unknown } = {
  S: (text: string) => text,
  N: (number: string) => Number(number),
  BOOL: (flag: boolean) => flag,
  NULL: () => null,
  B: (base64: string) => Buffer.from(base64, 'base64'),
  L: (list: Typed[]) => list.map(plain),
  M: (map: Image) => plainItem(map),
  SS: (set: string[]) => new Set(set),
  NS: (set: string[]) => new Set(set.map(Number)),
  BS: (set: string[]) => new Set(set.map((one) => Buffer.from(one, 'base64'))),
};

/** The item of an image. Throws TypeError for a type that DynamoDB does not have. */
export function plainItem(image: Image): { [attribute: string]: unknown } {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));
}

function plain(value: Typed): unknown {
  const [type = '', held] = Object.entries(value)[0] ?? [];
  const read = READ[type];
  if (read === undefined) throw new TypeError(`an image holds a value of type ${type}`);
  return read(held as never);
}
