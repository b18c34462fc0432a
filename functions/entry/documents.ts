// The documents' function: completions, issued and printed. The fonts lie beside the bundle.
import { makeDeps, sealKeyFrom } from '../deps.ts';
import { documentsEdge } from '../http/documents.ts';
import { lambdaHandler } from '../http/lambda.ts';
import { makePrinter } from '../papers/printer.ts';
import { makeSigner } from '../papers/signer.ts';

const font = (weight: string) => new URL(`./NotoSansHans-${weight}.otf`, import.meta.url);
const fonts = { regular: font('Regular'), bold: font('Bold') };
const papers = { signer: makeSigner(sealKeyFrom(process.env)), print: makePrinter(fonts) };

export const app = documentsEdge({ ...makeDeps(process.env), ...papers });
export const handler = lambdaHandler(app);
