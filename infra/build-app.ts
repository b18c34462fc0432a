// The app with its stages. It reads no environment, so that a test builds exactly what is deployed.
import { App } from 'aws-cdk-lib';
import cdkJson from '../cdk.json' with { type: 'json' };
import { addStack, type Built } from './stack.ts';
import type { Stage } from './stages.ts';

export interface AppOptions {
  stages: Stage[];
  built: Built;
  /** Where the templates are written. */
  outdir: string;
}

/** The feature flags come from cdk.json here too: they must not depend on whether the CDK's command line started this. */
export function buildApp({ stages, built, outdir }: AppOptions): App {
  const app = new App({ outdir, context: cdkJson.context, analyticsReporting: false });
  for (const stage of stages) addStack(app, stage, built);
  return app;
}
