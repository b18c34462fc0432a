// P6: how long `npm start` takes to its first answers on a checkout that was started before. The other half of the goal, a clone with a cold cache,
// needs a clone and is not measured here.
import { methodAndPath } from '../../../functions/contract/routes.ts';
import type { Row } from '../measure.ts';
import { type Product, startProduct } from '../product.ts';
import { makeScratch } from '../scratch.ts';
import { yardstickMs } from '../yardstick.ts';

export async function launcher(): Promise<Row[]> {
  const { folder, remove } = makeScratch();
  try {
    await (await startProduct(folder)).stop();
    const yardstick = yardstickMs();
    const started = performance.now();
    const product = await startProduct(folder);
    const figure = await firstAnswers(product)
      .then(() => performance.now() - started)
      .finally(product.stop);
    const note = 'the second start; answered: a page and a function';
    const limit = { most: 5000 };
    return [
      {
        goal: 'P6',
        what: 'npm start to its first answers',
        figure,
        unit: 'ms',
        limit,
        yardsticks: figure / yardstick,
        note,
      },
    ];
  } finally {
    remove();
  }
}

async function firstAnswers({ origin }: Product): Promise<void> {
  for (const path of ['/practice/', methodAndPath('me').path]) {
    const { status } = await fetch(`${origin}${path}`);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  }
}
