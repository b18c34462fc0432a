// The keys of bureaus' reports and of the keys to open data, on one screen: beside keys.ts, for the functions of bureaus alone.

const reports = (unit: string) => `REPORTS#${unit}`;

export const bureauKeys = {
  /** A report of a unit, by its months, template and edition. */
  report: (unit: string, id: string) => ({ PK: reports(unit), SK: `REPORT#${id}` }),
  /** What a report says, under its hash: written once, for ever. */
  text: (unit: string, hash: string) => ({ PK: reports(unit), SK: `TEXT#${hash}` }),
  /** Until when a bureau expects reports of the units below it. */
  due: (unit: string) => ({ PK: reports(unit), SK: 'DUE' }),
  /** How many live where a unit is, as its bureau says. */
  population: (unit: string) => ({ PK: reports(unit), SK: 'POPULATION' }),
  /** How far somebody has counted for a report; and a part of what that came to. */
  work: (unit: string, name: string) => ({ PK: reports(unit), SK: `WORK#${name}` }),
  workPart: (unit: string, name: string, { step, part }: { step: number; part: number }) => ({
    PK: reports(unit),
    SK: `WORKPART#${name}#${String(step).padStart(6, '0')}#${String(part).padStart(3, '0')}`,
  }),
  /** A key to open data, under the hash of its secret; and where it is found from its unit. */
  apiKey: (secretHash: string) => ({ PK: `APIKEY#${secretHash}`, SK: 'APIKEY' }),
  apiKeyOfUnit: (unit: string, id: string) => ({ PK: reports(unit), SK: `KEY#${id}` }),
  /** How often a key was used in a minute. */
  apiUses: (secretHash: string, minute: number) => ({ PK: `APIKEY#${secretHash}`, SK: `MINUTE#${minute}` }),
} as const;
