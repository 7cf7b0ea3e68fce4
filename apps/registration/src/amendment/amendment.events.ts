/** The messages that tell others of a change before release. */
import {
  type AmendmentDemandedSchema,
  type AmendmentPermittedSchema,
  type AmendmentRejectedSchema,
  type AmendmentRequestedSchema,
  type DeclarationRegisteredSchema,
  type MessageInitShape,
  reasonMessage,
  timestampOf,
} from '@shekara/contracts';
import type { Reason } from '@shekara/kernel';
import type { RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import type { AmendmentEntity } from './amendment.entity.js';
import type { ChangedField } from './field-changes.js';

/** A message stays under 1 MiB: of many changes others get the first, of long values the beginnings. The versions hold all. */
const CHANGES_TOLD = 200;
const VALUE_TOLD = 400;
const REASONS_TOLD = 1_000;

/** Values as JSON text; empty where there was or is none. */
export function changesTold(changes: readonly ChangedField[]) {
  const text = (value: unknown): string =>
    value === undefined ? '' : JSON.stringify(value).slice(0, VALUE_TOLD);
  return changes
    .slice(0, CHANGES_TOLD)
    .map(({ field, oldValue, newValue }) => ({ field, oldValue: text(oldValue), newValue: text(newValue) }));
}

export function identityOf({ id, number, caseId, customsBody }: RegisteredDeclaration) {
  return { declarationId: id, number, caseId, customsBody };
}

export function amendmentRequested(
  declaration: RegisteredDeclaration,
  { id, changes, reason, receivedAt }: AmendmentEntity,
): MessageInitShape<typeof AmendmentRequestedSchema> {
  return {
    ...identityOf(declaration),
    amendmentId: id,
    changes: changesTold(changes),
    reason,
    receivedAt: timestampOf(receivedAt),
  };
}

export function amendmentPermitted(
  declaration: RegisteredDeclaration,
  amendment: Pick<AmendmentEntity, 'id' | 'changes' | 'reason'>,
  decided: {
    readonly version: number;
    readonly demanded: boolean;
    readonly declaration: MessageInitShape<typeof DeclarationRegisteredSchema>;
    readonly at: Date;
    readonly by: string;
  },
): MessageInitShape<typeof AmendmentPermittedSchema> {
  return {
    ...identityOf(declaration),
    amendmentId: amendment.id,
    version: decided.version,
    changes: changesTold(amendment.changes),
    reason: amendment.reason,
    demanded: decided.demanded,
    declaration: decided.declaration,
    decidedAt: timestampOf(decided.at),
    decidedBy: decided.by,
  };
}

export function amendmentRejected(
  declaration: RegisteredDeclaration,
  amendmentId: string,
  reasons: readonly Reason[],
  decided: { readonly at: Date; readonly by: string },
): MessageInitShape<typeof AmendmentRejectedSchema> {
  return {
    ...identityOf(declaration),
    amendmentId,
    reasons: reasons.slice(0, REASONS_TOLD).map(reasonMessage),
    decidedAt: timestampOf(decided.at),
    decidedBy: decided.by,
  };
}

export function amendmentDemanded(
  declaration: RegisteredDeclaration,
  { id, demandedFields, reason, receivedBy }: AmendmentEntity,
  dueAt: Date,
): MessageInitShape<typeof AmendmentDemandedSchema> {
  return {
    ...identityOf(declaration),
    amendmentId: id,
    fields: [...(demandedFields ?? [])],
    reason,
    dueAt: timestampOf(dueAt),
    demandedBy: receivedBy,
  };
}
