// Ids of mock papers are numbered from 501 in each chapter, those of practice below: an id says which bank may show its key.
import { about, type Finding, type Spot } from '../bank.ts';

const MOCK_FROM = 501;

export function mockIds(spots: readonly Spot[]): Finding[] {
  return spots
    .filter(({ item }) => Number(item.id.slice(-3)) < MOCK_FROM)
    .map((at) => about(at, 'mock-ids', `Ids of mock papers are numbered from ${MOCK_FROM}; renumber this one.`));
}
