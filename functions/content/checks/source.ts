// What an item rests on can be looked up: a known syllabus edition, or a statute in a registered version that has such an article
// and is in force on the day the release follows.
import { about, type Bank, type Finding, placed, type Refs, type Spot } from '../bank.ts';
import { articleNumbers, chineseNumeral } from '../numerals.ts';
import type { Statute } from '../reference-schema.ts';
import type { Item } from '../schema.ts';

type StatuteSource = Extract<Item['source'], { type: 'statute' }>;

export function source(bank: Bank, refs: Refs): Finding[] {
  return placed(bank).flatMap((at) => unsound(at, at.item.source, refs));
}

/** What is wrong with what one item rests on. */
export function unsound(at: Spot, from: Item['source'], refs: Refs): Finding[] {
  return from.type === 'statute' ? ofStatute(at, from, refs) : ofSyllabus(at, from.edition, refs);
}

function ofSyllabus(at: Spot, edition: string, refs: Refs): Finding[] {
  const known = refs.syllabus.map((s) => s.edition);
  if (known.includes(edition)) return [];
  return [about(at, 'source', `There is no syllabus edition ${edition}; known are ${known.join(', ')}.`)];
}

function ofStatute(at: Spot, from: StatuteSource, refs: Refs): Finding[] {
  const versions = refs.statutes.filter((s) => s.name === from.statute);
  if (versions.length === 0) {
    return [
      about(at, 'source', `《${from.statute}》 is not in statutes.json; correct the name or register the statute.`),
    ];
  }
  const statute = versions.find((s) => s.version === from.version);
  if (statute === undefined) {
    const known = versions.map((s) => s.version).join(', ');
    return [
      about(at, 'source', `《${from.statute}》 has no version ${from.version} in statutes.json; registered: ${known}.`),
    ];
  }
  return [...ofArticle(at, from, statute), ...ofForce(at, statute, refs.release.lawAsOf)];
}

function ofArticle(at: Spot, from: StatuteSource, statute: Statute): Finding[] {
  const numbers = articleNumbers(from.article);
  if (numbers === undefined) {
    return [about(at, 'source', `“${from.article}” is no article; write it as 第十二条, several joined by 、.`)];
  }
  const first = statute.firstArticle ?? 1;
  if (numbers.every((n) => n >= first && n <= statute.articles)) return [];
  const range = `第${chineseNumeral(first)}条 to 第${chineseNumeral(statute.articles)}条`;
  return [about(at, 'source', `《${statute.name}》 (${statute.version}) has ${range}; there is no “${from.article}”.`)];
}

function ofForce(at: Spot, statute: Statute, lawAsOf: string): Finding[] {
  const named = `《${statute.name}》 in the version of ${statute.version}`;
  if (statute.effective > lawAsOf) {
    return [
      about(
        at,
        'source',
        `${named} comes into force on ${statute.effective}, after ${lawAsOf}; rest the item on the law in force then.`,
      ),
    ];
  }
  if (statute.until !== undefined && statute.until < lawAsOf) {
    return [
      about(
        at,
        'source',
        `${named} was in force until ${statute.until}, not on ${lawAsOf}; rest the item on the newer version.`,
      ),
    ];
  }
  if (statute.doubt === undefined) return [];
  return [about(at, 'source', `${named} is registered with a doubt: ${statute.doubt}.`, 'warning')];
}
