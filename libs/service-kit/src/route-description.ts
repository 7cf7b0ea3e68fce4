/** What a route takes and answers, read from its own decorators: body, query, path, roles, problems. */
import { SetMetadata, type Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PUBLIC_ROUTE, ROUTE_ROLES } from '@shekara/auth';
import { AnswerInterceptor } from './answer.interceptor.js';
import type { DtoSchemas, ObjectSchema, Schema } from './dto-schemas.js';
import { problemResponse } from './problem-schemas.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** A method of a controller that answers a route. */
export interface Route {
  readonly controller: Type;
  readonly method: string;
}

interface ReadBody {
  readonly dto: Type;
  readonly properties: Readonly<Record<string, Schema>>;
}

const READ_BODY = 'shekara:read-body';
/** Metadata keys and numbers of Nest: arguments of a route, the body among them, the query. */
const ROUTE_ARGUMENTS = '__routeArguments__';
const INTERCEPTORS = '__interceptors__';
const BODY = '3';
const QUERY = '4';

/** Says what a body is that a pipe reads by itself: a class and the (required) fields read beside it. */
export function BodyReadAs(dto: Type, properties: Readonly<Record<string, Schema>>): MethodDecorator {
  return SetMetadata(READ_BODY, { dto, properties } satisfies ReadBody);
}

/** The operation of a route at a path, with everything that its decorators say. */
export function describeRoute(
  operation: Operation,
  path: string,
  route: Route,
  schemas: DtoSchemas,
): Operation {
  const body = bodyOf(route, schemas);
  const query = queryOf(route, schemas);
  const named = operation.parameters ?? [];
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)]
      .map(([, name = '']) => ({
        name,
        in: 'path' as const,
        required: true,
        schema: { type: 'string' as const },
      }))
      .filter(({ name }) => !named.some((parameter) => 'name' in parameter && parameter.name === name)),
    ...named,
    ...query,
  ];
  const isCommand = named.some((parameter) => 'name' in parameter && parameter.name === IDEMPOTENCY_KEY);
  const roles = metadata<readonly string[]>(ROUTE_ROLES, route);
  return {
    ...operation,
    ...(roles && { description: `${operation.description ?? ''}\n\nOpen to ${roles.join(', ')}.`.trim() }),
    parameters,
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...successOf(operation, route),
      ...problemsOf(route, {
        reads: body !== undefined || parameters.length > 0,
        finds: path.includes('{'),
        isCommand,
      }),
    },
  };
}

/** The header of every command. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

function successOf(operation: Operation, route: Route): Operation['responses'] {
  return Object.fromEntries(
    Object.entries(operation.responses).map(([status, response]) => [
      answersWithItsOwnStatus(route) ? '2XX' : status,
      { ...response, description: 'Done' },
    ]),
  );
}

function problemsOf(
  route: Route,
  { reads, finds, isCommand }: { reads: boolean; finds: boolean; isCommand: boolean },
): Operation['responses'] {
  const isPublic = metadata<boolean>(PUBLIC_ROUTE, route) === true;
  return {
    ...(reads && { 400: problemResponse('The request cannot be read; one reason a field') }),
    ...(!isPublic && {
      401: problemResponse('No valid token'),
      403: problemResponse('The role may not do this, or the document is not of your organisation or post'),
    }),
    ...(finds && { 404: problemResponse('There is no such document') }),
    ...(isCommand && {
      409: problemResponse('The Idempotency-Key was used for another request, or the document moved on'),
    }),
    ...(answersWithItsOwnStatus(route) && { 422: problemResponse('Refused, with every reason') }),
    default: problemResponse('The service failed; the request may be repeated'),
  };
}

function bodyOf(route: Route, schemas: DtoSchemas): Schema | undefined {
  const read = metadata<ReadBody>(READ_BODY, route);
  if (read) {
    const reference = schemas.refTo(read.dto);
    const own = schemas.schemaOf(read.dto);
    schemas.components[read.dto.name] = {
      ...own,
      properties: { ...own.properties, ...read.properties },
      required: [...(own.required ?? []), ...Object.keys(read.properties)],
    } satisfies ObjectSchema;
    return reference;
  }
  const dto = argumentClass(route, BODY);
  return dto && schemas.refTo(dto);
}

function queryOf(route: Route, schemas: DtoSchemas) {
  const dto = argumentClass(route, QUERY);
  if (!dto) return [];
  const { properties = {}, required = [] } = schemas.schemaOf(dto);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query' as const,
    required: required.includes(name),
    schema,
  }));
}

/** The class of the argument that is the whole body or query; undefined without one. */
function argumentClass({ controller, method }: Route, kind: string): Type | undefined {
  const named = Reflect.getMetadata(ROUTE_ARGUMENTS, controller, method) as
    Record<string, { index: number }> | undefined;
  const found = Object.entries(named ?? {}).find(([key]) => key.startsWith(`${kind}:`));
  if (!found) return undefined;
  const types = Reflect.getMetadata(
    'design:paramtypes',
    controller.prototype as object,
    method,
  ) as readonly Type[];
  const type = types[found[1].index];
  return type === undefined || (type as unknown) === Object || (type as unknown) === String
    ? undefined
    : type;
}

function answersWithItsOwnStatus(route: Route): boolean {
  return (metadata<readonly unknown[]>(INTERCEPTORS, route) ?? []).includes(AnswerInterceptor);
}

/** What the method says, else its controller. */
function metadata<Value>(key: string, { controller, method }: Route): Value | undefined {
  const handler = (controller.prototype as Record<string, object>)[method];
  return (
    (handler && (Reflect.getMetadata(key, handler) as Value | undefined)) ??
    (Reflect.getMetadata(key, controller) as Value | undefined)
  );
}
