/** The OpenAPI document of a service, made from its controllers and from the classes that validate requests. */
import type { Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DtoSchemas } from './dto-schemas.js';
import { PROBLEM_SCHEMAS } from './problem-schemas.js';
import { describeRoute, type Operation, type Route } from './route-description.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The OpenAPI document of a running service. @throws Error when two controllers of a service have one name. */
export function openApiOf(
  app: NestFastifyApplication,
  service: { name: string; title: string },
): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle(`Shekara ${service.name}`)
    .setDescription(service.title)
    .setVersion('v1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  return describeRoutes(
    SwaggerModule.createDocument(app, description, { operationIdFactory: routeName }),
    routesOf(app),
  );
}

function describeRoutes(document: OpenAPIObject, routes: ReadonlyMap<string, Route>): OpenAPIObject {
  const schemas = new DtoSchemas();
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const described = { ...item };
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) described[method] = describe(operation, path, routes, schemas);
    }
    return [path, described] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...document.components, schemas: { ...PROBLEM_SCHEMAS, ...schemas.components } },
  };
}

function describe(
  operation: Operation,
  path: string,
  routes: ReadonlyMap<string, Route>,
  schemas: DtoSchemas,
): Operation {
  const route = routes.get(operation.operationId ?? '');
  if (!route) throw new Error(`${path}: no controller answers ${operation.operationId}`);
  return describeRoute(operation, path, route, schemas);
}

function routeName(controller: string, method: string): string {
  return `${controller}_${method}`;
}

/** Every method of every controller of the service, by the name of its operation. */
function routesOf(app: NestFastifyApplication): Map<string, Route> {
  const scanner = new MetadataScanner();
  const controllers = new Set(
    [...app.get(ModulesContainer).values()].flatMap((module) =>
      [...module.controllers.values()].map(({ metatype }) => metatype as Type),
    ),
  );
  const routes = new Map<string, Route>();
  for (const controller of controllers) {
    for (const method of scanner.getAllMethodNames(controller.prototype as object)) {
      const name = routeName(controller.name, method);
      if (routes.has(name)) throw new Error(`two controllers are named ${controller.name}`);
      routes.set(name, { controller, method });
    }
  }
  return routes;
}

/** Makes what a service publishes of its own document, e.g. one that includes the documents of others. */
export type OpenApiOfService = (app: NestFastifyApplication, own: OpenAPIObject) => Promise<OpenAPIObject>;

/** Serves it at `GET /openapi.json`; made on first request, since most processes are never asked. */
export function serveOpenApi(
  app: NestFastifyApplication,
  service: { name: string; title: string; openApi?: OpenApiOfService },
): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', () => {
      document ??= openApiOf(app, service);
      return service.openApi ? service.openApi(app, document) : document;
    });
}
