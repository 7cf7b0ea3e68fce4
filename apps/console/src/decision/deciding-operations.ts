/** Which operations decide a work item, read from the OpenAPI document of the gateway: no queue is known here by name. */
import type { WorkItem } from '../api/contract.js';

/** A JSON schema as far as forms are made of it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly 'x-decides-work-item'?: readonly string[];
  readonly 'x-subject-of-work-item'?: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** As much of the gateway's OpenAPI document as is read here. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface DecidingOperation {
  readonly id: string;
  /** What it does, in English. */
  readonly summary: string;
  /** e.g. "/v1/debt-notices/{id}/sendings". */
  readonly path: string;
  /** Path parameters and pointers of the body that the subject of the item goes to. */
  readonly subjectAt: readonly string[];
  /** Undefined for an operation without a body. */
  readonly body: Schema | undefined;
}

/** The operations that decide items of a kind, in the order of the document. */
export function decidingOperations(document: ApiDocument, kind: string): readonly DecidingOperation[] {
  return Object.entries(document.paths).flatMap(([path, { post }]) => {
    if (!post?.['x-decides-work-item']?.includes(kind)) return [];
    return [
      {
        id: post.operationId,
        summary: post.summary ?? path,
        path,
        subjectAt: post['x-subject-of-work-item'] ?? [],
        body: post.requestBody?.content['application/json']?.schema,
      },
    ];
  });
}

/** The three parts of the path that are one document number, "55302/030226/0000017". */
const NUMBER = '{customsBody}/{date}/{serial}';

/** What the path asks for; `document` stands for the three parts of a document's number. */
export function askedOf({ path, subjectAt }: DecidingOperation): readonly string[] {
  const parameters = [...path.replace(NUMBER, '{document}').matchAll(/\{(\w+)\}/g)].map(
    ([, name = '']) => name,
  );
  return parameters.filter((name) => !subjectAt.includes(name));
}

/** The path of a request: the item's subject where it belongs, and what the officer gave for the rest. */
export function pathOf(
  { path, subjectAt }: DecidingOperation,
  { subjectId }: Pick<WorkItem, 'subjectId'>,
  given: Readonly<Record<string, string>>,
): string {
  return path.replace(NUMBER, '{document}').replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = subjectAt.includes(name) ? subjectId : (given[name] ?? '').trim();
    return value.split('/').map(encodeURIComponent).join('/');
  });
}

/** Where the document that an operation decides on is read; undefined where nothing of it is, or its path is not known yet. */
export function subjectPath(
  document: ApiDocument,
  operation: DecidingOperation,
  item: Pick<WorkItem, 'subjectId'>,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const parts = operation.path.split('/');
  for (let length = parts.length - 1; length > 2; length -= 1) {
    const path = parts.slice(0, length).join('/');
    if (!document.paths[path]?.get) continue;
    const read = { ...operation, path };
    const isNamed = path.includes('{') && askedOf(read).every((name) => given[name]?.trim());
    return isNamed ? pathOf(read, item, given) : undefined;
  }
  return undefined;
}

/** What the item itself says of the body: its subject where it is asked for, and its customs body. */
export function knownOf(
  { subjectAt, body }: Pick<DecidingOperation, 'subjectAt' | 'body'>,
  { subjectId, customsBody }: Pick<WorkItem, 'subjectId' | 'customsBody'>,
): Readonly<Record<string, unknown>> {
  const subject = subjectAt
    .filter((place) => place.startsWith('/'))
    .map((pointer) => [pointer.slice(1), subjectId] as const);
  return {
    ...(body?.properties && 'customsBody' in body.properties ? { customsBody } : {}),
    ...Object.fromEntries(subject),
  };
}
