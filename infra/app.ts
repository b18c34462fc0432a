// Writes the templates to cdk.out. `node infra/app.ts` writes every stage, offline and with placeholders where the deployer has said nothing;
// under the CDK's command line only the stages whose values are given are there to be deployed (stages.ts lists the variables).
import { existsSync } from 'node:fs';
import { buildApp } from './build-app.ts';
import { addChecks } from './checks.ts';
import { missingSentence, type Stage, stagesFrom } from './stages.ts';

const built = { bundles: 'dist/functions', site: 'dist/site' };

run(process.env.CDK_OUTDIR);

/** `cliOutdir` is where the CDK's command line wants the templates; undefined when it did not start this. */
function run(cliOutdir: string | undefined): void {
  const { global, china } = stagesFrom(process.env);
  const stages = cliOutdir ? [global, china].filter(isDeployable) : [global, china];
  if (!existsSync(built.bundles) || !existsSync(built.site)) {
    fail(`Build first: ${built.bundles} and ${built.site} hold what is deployed, and are not both there.`);
  } else if (stages.length === 0) {
    fail('No stage has all its values, so there is nothing to deploy.');
  } else {
    const app = buildApp({ stages, built, outdir: cliOutdir ?? 'cdk.out' });
    addChecks(app);
    app.synth();
  }
}

function isDeployable(stage: Stage): boolean {
  const missing = missingSentence(stage);
  if (missing) console.error(missing);
  return missing === undefined;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
