// `npm run bootstrap -- …`: makes somebody who has signed in once the first operator, the only role that no other person grants.
// For whoever deploys: it writes into the table with the credentials of the environment; no route leads here.
import { parseArgs } from 'node:util';
import { bootstrap } from '../app/bootstrap.ts';
import { Problem } from '../app/problem.ts';
import { isDay } from '../domain/period.ts';
import { dayOf, instantOf } from '../domain/time.ts';
import { makeStore, type Store } from '../store/store.ts';
import { withTable } from './open-table.ts';
import { StartError } from './start-error.ts';

const USAGE = `npm run bootstrap -- --issuer URL --subject ID --unit NAME [--division CODE] [--from DAY]
  把一个登录过的人设为第一位运维：他在登录服务里的地址（issuer）和编号（subject），平台单位的名称。
  Makes a person who has signed in once the first operator: the issuer and the subject of their sign-in, the name of the platform's unit.
  --division  平台单位的行政区划代码，默认 100000（全国） the unit's division code, the whole country by default
  --from      从哪一天起，默认今天 the first day, today by default
  数据表由 TABLE_NAME、AWS_REGION 和 AWS 的凭据指定 The table comes from TABLE_NAME, AWS_REGION and the AWS credentials.`;

/** 中华人民共和国 in the codes of GB/T 2260. */
const COUNTRY = '100000';

export interface Wish {
  issuer: string;
  subject: string;
  name: string;
  division: string;
  from: string;
}

/** What the arguments ask for; undefined when they cannot be understood. */
export function wishOf(args: readonly string[], today: string): Wish | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { issuer: text, subject: text, unit: text, division: text, from: text };
    const { issuer, subject, unit, division = COUNTRY, from = today } = parseArgs({ args: [...args], options }).values;
    const isSound = /^\d{6}(\d{3})?$/.test(division) && isDay(from);
    if (!issuer || !subject || !unit?.trim() || !isSound) return undefined;
    return { issuer, subject, name: unit.trim(), division, from };
  } catch {
    return undefined;
  }
}

/** Makes the first operator; answers what to say, and the exit code. Again for the same person it changes nothing. */
export async function makeFirstOperator(
  store: Store,
  now: string,
  { issuer, subject, ...rest }: Wish,
): Promise<{ code: number; says: string }> {
  const person = await store.people.find({ issuer, subject });
  if (person === undefined) {
    return {
      code: 1,
      says: `没有人以这个 issuer 和 subject 登录过：请先在网站上登录一次。\nNobody has signed in by this issuer and subject: sign in on the site once.`,
    };
  }
  try {
    await bootstrap({ store, now: () => now })({ person, ...rest });
    return { code: 0, says: `已是第一位运维 is the first operator: ${person}` };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'conflict') throw error;
    return {
      code: 1,
      says: '第一位运维已经另有其人：请由他在工作台里给角色。\nSomebody else is the first operator: they grant roles among the staff pages.',
    };
  }
}

/** The command on the table of an environment; answers the exit code. An expected failure is its sentence. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, nowMs: number): Promise<number> {
  const now = instantOf(nowMs);
  const wish = wishOf(args, dayOf(now));
  if (wish === undefined) {
    console.log(USAGE);
    return 1;
  }
  try {
    const { code, says } = await withTable(env, nowMs, (table) => makeFirstOperator(makeStore(table), now, wish));
    console.log(says);
    return code;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.log(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env, Date.now());
