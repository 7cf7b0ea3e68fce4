import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of a running service, made from its controllers. */
export function openApiOf(app: NestFastifyApplication, service: { name: string; title: string }): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle(`Shekara ${service.name}`)
    .setDescription(service.title)
    .setVersion('v1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  return SwaggerModule.createDocument(app, description);
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
