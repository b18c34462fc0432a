// The API against the contract's routes, both ways.
import { expect, test } from 'vitest';
import { audienceOf, audiences, methodAndPath, type RouteName, routes } from '../../functions/contract/routes.ts';
import { gatewayPath } from '../../infra/api.ts';
import { ofType, onlyOne, type Resource, stages, templateOf } from './templates.ts';

const template = templateOf(stages.global);
const deployed = ofType(template, 'AWS::ApiGatewayV2::Route').map(([, route]) => route);

const expected = [
  ...(Object.keys(routes) as RouteName[]).map((name) => {
    const { method, path } = methodAndPath(name);
    return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
  }),
  ...audiences.map((audience) => `ANY /api/${audience}/{proxy+}`),
];

test('every route of the contract is deployed, one for unknown paths an audience, and none more', () => {
  expect(deployed.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(expected.sort());
});

test('every route reaches the function of its audience', () => {
  for (const route of deployed) {
    const path = route.Properties.RouteKey.split(' ')[1];
    expect(functionBehind(route).Properties.Description.split(':')[0]).toBe(audienceOf(path));
  }
});

test('a parameter of a path is written as the gateway reads it', () => {
  expect(gatewayPath('/people/:person/batches')).toBe('/people/{person}/batches');
});

test('a flood is throttled', () => {
  const settings = onlyOne(template, 'AWS::ApiGatewayV2::Stage').Properties.DefaultRouteSettings;
  expect(settings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(settings.ThrottlingBurstLimit).toBeGreaterThan(0);
});

test('the access log holds neither address, agent, path nor query', () => {
  const { Format } = onlyOne(template, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings;
  expect(Format).toContain('$context.routeKey');
  expect(Format).not.toMatch(/identity|sourceIp|userAgent|context\.path|querystring|authorizer/i);
});

function functionBehind(route: Resource): Resource {
  const integrationId = route.Properties.Target['Fn::Join'][1][1].Ref;
  const functionId = template.Resources[integrationId]?.Properties.IntegrationUri['Fn::GetAtt'][0];
  const found = template.Resources[functionId];
  if (!found) throw new Error(`${route.Properties.RouteKey} leads nowhere.`);
  return found;
}
