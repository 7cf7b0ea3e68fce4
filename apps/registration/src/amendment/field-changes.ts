/** Changes of a declaration by JSON pointers (RFC 6901): applied as RFC 6902 applies them, and told field by field. */
import { applyPatch, type Operation, Pointer } from 'rfc6902';
import type { DeclarationDraft } from '../goods-declaration/declaration-draft.js';

/** A field as somebody wants it; without a new value it is taken out. */
export interface WantedChange {
  /** JSON pointer into the declaration as filed; `/-` at its end adds to a list. */
  readonly field: string;
  readonly newValue?: unknown;
}

/** A single field before and after; a value that is absent was not there, or is there no more. */
export interface ChangedField {
  readonly field: string;
  readonly oldValue?: unknown;
  readonly newValue?: unknown;
}

export interface ChangedDraft {
  readonly draft: DeclarationDraft;
  /** Positions of the changes whose pointer leads nowhere; the draft is then of no use. */
  readonly unreachable: readonly number[];
}

/** The declaration as it would be with the changes; what is given stays as it was. */
export function withChanges(draft: DeclarationDraft, wanted: readonly WantedChange[]): ChangedDraft {
  const changed = structuredClone(draft);
  const unreachable = wanted.flatMap((change, position) => {
    const operation = isPointer(change.field) ? operationOf(changed, change) : undefined;
    const [failure] = operation ? applyPatch(changed, [operation]) : [new Error('no pointer')];
    return failure ? [position] : [];
  });
  return { draft: changed, unreachable };
}

/** Every single field in which two versions differ, in the order of the declaration. */
export function changedFields(before: unknown, after: unknown, at = ''): readonly ChangedField[] {
  const names = new Set([...fieldsOf(before), ...fieldsOf(after)]);
  if (names.size === 0) {
    return before === after || isTree(before) || isTree(after)
      ? []
      : [{ field: at, oldValue: before, newValue: after }];
  }
  return [...names].flatMap((name) =>
    changedFields(partOf(before, name), partOf(after, name), `${at}/${name}`),
  );
}

/** A JSON pointer to a field of the document itself, never into what every object inherits. */
function isPointer(text: string): boolean {
  return /^(\/(?!(__proto__|constructor|prototype)(\/|$))([^~/]|~[01])+)+$/.test(text);
}

function operationOf(draft: DeclarationDraft, { field, newValue }: WantedChange): Operation {
  if (newValue === undefined) return { op: 'remove', path: field };
  const there: unknown = Pointer.fromJSON(field).get(draft);
  return { op: there === undefined ? 'add' : 'replace', path: field, value: structuredClone(newValue) };
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function fieldsOf(value: unknown): readonly string[] {
  return isTree(value) ? Object.keys(value) : [];
}

function partOf(value: unknown, name: string): unknown {
  return isTree(value) ? value[name] : undefined;
}
