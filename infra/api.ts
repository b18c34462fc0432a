// The HTTP API: one route for every entry of the contract, and one an audience for paths nobody knows, so that they get our own 404 problem.

import { type Acknowledgment, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import {
  type Audience,
  audienceOf,
  audiences,
  methodAndPath,
  type RouteName,
  routes,
} from '../functions/contract/routes.ts';
import type { DeployedFunction } from './functions.ts';
import { addLogGroup } from './logs.ts';
import type { Stage } from './stages.ts';

export interface ApiParts {
  api: HttpApi;
  apiStage: HttpStage;
}

/** Requests a second over all callers: a flood from nobody knows whom is refused before it costs anything. */
const throttle = { rateLimit: 200, burstLimit: 400 };

const open: Acknowledgment = {
  id: 'AwsSolutions-APIG4',
  reason: 'Who calls is read from the session item by the function itself; public routes are open by design.',
};

/** No address, no path and no query: a path may name a person, its template does not. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The API with every route of the contract on its audience's function, and its one stage. */
export function addApi(scope: Construct, stage: Stage, functions: Map<Audience, DeployedFunction>): ApiParts {
  const api = new HttpApi(scope, 'Api', { description: `zhuren ${stage.name}`, createDefaultStage: false });
  addRoutes(api, functions);
  Validations.of(api).acknowledge(open);
  return { api, apiStage: addStage(scope, stage, api) };
}

function addStage(scope: Construct, stage: Stage, httpApi: HttpApi): HttpStage {
  return new HttpStage(scope, 'ApiStage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle,
    accessLogSettings: {
      destination: new LogGroupLogDestination(addLogGroup(scope, 'ApiLogs', stage)),
      format: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
}

function addRoutes(api: HttpApi, functions: Map<Audience, DeployedFunction>): void {
  const integrations = new Map(
    // A permission for each route would be more than a stack may hold; each function answers the routes of its audience alone anyway.
    [...functions].map(([audience, { handler }]) => [
      audience,
      new HttpLambdaIntegration(audience, handler, { scopePermissionToRoute: false }),
    ]),
  );
  const add = (audience: Audience, method: HttpMethod, path: string) => {
    const integration = integrations.get(audience);
    if (!integration) throw new Error(`No function in the manifest answers the audience ${audience}.`);
    api.addRoutes({ path, methods: [method], integration });
  };
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = methodAndPath(name);
    const audience = audienceOf(path);
    if (!audience) throw new Error(`The route ${name} (${path}) belongs to no audience.`);
    add(audience, HttpMethod[method], gatewayPath(path));
  }
  for (const audience of audiences) add(audience, HttpMethod.ANY, `/api/${audience}/{proxy+}`);
}

/** `/people/:person/batches` → `/people/{person}/batches`. */
export function gatewayPath(path: string): string {
  return path.replace(/:([a-z]+)/gi, '{$1}');
}
