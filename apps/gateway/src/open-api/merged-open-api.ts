/** One OpenAPI document for outsiders: the gateway's own and, of each service, the paths that the door opens. */
import { serviceOf } from '../routing/route-table.js';

/** As much of an OpenAPI document as merging needs to know. */
export interface ApiDocument {
  readonly paths: object;
  readonly components?: { readonly schemas?: object };
}

export interface ServiceApi {
  readonly service: string;
  readonly document: unknown;
}

/**
 * The own document with the open paths of the services. Schemas of a service are named after it (`payments.AmountDto`),
 * since two services may use one name for different things.
 */
export function mergeApis<Own extends ApiDocument>(own: Own, services: readonly ServiceApi[]): Own {
  const paths: Record<string, unknown> = { ...own.paths };
  const schemas: Record<string, unknown> = { ...own.components?.schemas };
  for (const { service, document } of services) {
    if (!isApiDocument(document)) continue;
    const named = underItsName(service, document);
    for (const [path, operations] of Object.entries(named.paths)) {
      if (serviceOf(path) === service) paths[path] = operations;
    }
    for (const [name, schema] of Object.entries(named.components?.schemas ?? {})) {
      schemas[`${service}.${name}`] = schema;
    }
  }
  return { ...own, paths, components: { ...own.components, schemas } };
}

function underItsName(service: string, document: ApiDocument): ApiDocument {
  return JSON.parse(
    JSON.stringify(document).replaceAll('"#/components/schemas/', `"#/components/schemas/${service}.`),
  ) as ApiDocument;
}

function isApiDocument(document: unknown): document is ApiDocument {
  return (
    typeof document === 'object' &&
    document !== null &&
    'paths' in document &&
    typeof document.paths === 'object' &&
    document.paths !== null
  );
}
