/** The messages that tell others of a declaration: registered, refused registration, changed its status. */
import { v7 as uuidv7 } from 'uuid';
import {
  type DeclarationRegisteredSchema,
  type DeclarationRegistrationRefusedSchema,
  type MessageInitShape,
  moneyMessage,
  reasonMessage,
  StatusNotifiedSchema,
  timestampOf,
} from '@shekara/contracts';
import type { LegalCalendar } from '@shekara/calendar';
import { type LegalRef, Money, type Reason } from '@shekara/kernel';
import type { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DeclarationDraft, ItemDraft, Party, Preference } from './declaration-draft.js';
import { claimsRelief } from './document-checks.js';
import type { DeclarationRegistered } from './goods-declaration.js';
import type { GoodsDeclarationEntity } from './goods-declaration.entity.js';
import type { RegisteredDeclaration } from './goods-declaration.repository.js';

/** Kafka takes messages up to 1 MiB: of 999 long descriptions others get the beginnings, of countless reasons the first. */
const DESCRIPTION_TOLD = 200;
const REASONS_TOLD = 1_000;

function party(of: Party | undefined) {
  return {
    name: of?.name ?? '',
    address: of?.address ?? '',
    country: of?.country ?? '',
    identificationNumber: of?.identification ?? '',
  };
}

/** A registered declaration's amounts have the set form: the registration saw to that. */
function customsValue(amount: string | undefined) {
  return amount === undefined || amount === '' ? undefined : moneyMessage(Money.ofTenge(amount));
}

/** Box 36 as eight characters (fee, duty, excise, VAT); empty where no relief is claimed. */
function preference(box: Preference | undefined): string {
  if (!claimsRelief(box)) return '';
  return [box?.fee, box?.duty, box?.excise, box?.vat].map((part) => part ?? '00').join('');
}

function declaredItem(item: ItemDraft, index: number) {
  return {
    number: index + 1,
    commodityCode: item.commodityCode ?? '',
    description: (item.description ?? '').slice(0, DESCRIPTION_TOLD),
    originCountry: item.originCountry ?? '',
    grossWeightKg: item.grossKg ?? '',
    netWeightKg: item.netKg ?? '',
    supplementaryQuantity: item.supplementaryQuantity ?? '',
    supplementaryUnit: item.supplementaryUnit ?? '',
    itemPrice: item.itemPrice ?? '',
    customsValue: customsValue(item.customsValue),
    procedure: item.procedure ?? '',
    preference: preference(item.preference),
    packageCount: (item.packages ?? []).reduce((total, { count = 0 }) => total + count, 0),
  };
}

export function declarationRegistered(
  entity: GoodsDeclarationEntity,
  draft: DeclarationDraft,
  event: Pick<DeclarationRegistered, 'filedAt' | 'registeredAt' | 'legalDate' | 'regime' | 'releaseTerm'>,
): MessageInitShape<typeof DeclarationRegisteredSchema> {
  const documents = draft.documents ?? [];
  return {
    declarationId: entity.id,
    number: entity.number ?? '',
    caseId: entity.caseId,
    customsBody: entity.customsBody,
    direction: draft.direction ?? '',
    procedure: draft.procedureCode ?? '',
    filedAt: timestampOf(event.filedAt),
    registeredAt: timestampOf(event.registeredAt),
    registeredOn: event.legalDate,
    regime: event.regime,
    releaseDueAt: timestampOf(event.releaseTerm.dueAt),
    declarant: party(draft.declarant),
    representative: entity.representativeNumber,
    consignor: party(draft.sender),
    consignee: party(draft.consignee),
    arrivalNoticeNumber: entity.arrivalNoticeNumber,
    dispatchCountry: draft.dispatchCountry ?? '',
    destinationCountry: draft.destinationCountry ?? '',
    invoiceCurrency: draft.invoiceCurrency ?? '',
    invoiceTotal: draft.invoiceTotal ?? '',
    customsValue: customsValue(draft.totalCustomsValue),
    securityNumber: documents.find(({ kind }) => kind === 'SECURITY_PROOF')?.number ?? '',
    items: draft.items.map(declaredItem),
    documents: documents.map(({ kind = '', number = '', date = '' }) => ({ kind, number, date })),
  };
}

/** A later version: number, times and regime stay those of the registration (R-DEC-049). */
export function declarationAsItStands(
  declaration: RegisteredDeclaration,
  draft: DeclarationDraft,
  calendar: LegalCalendar,
): MessageInitShape<typeof DeclarationRegisteredSchema> {
  const { filedAt, registeredAt, releaseCase } = declaration;
  const { regime, term: releaseTerm } = releaseCase;
  const legalDate = calendar.civilDate(registeredAt, releaseTerm.counted.timeZone);
  return declarationRegistered(declaration, draft, { filedAt, registeredAt, legalDate, regime, releaseTerm });
}

export function registrationRefusedMessage(
  entity: GoodsDeclarationEntity,
  reasons: readonly Reason[],
  decidedAt: Date,
): MessageInitShape<typeof DeclarationRegistrationRefusedSchema> {
  return {
    declarationId: entity.id,
    caseId: entity.caseId,
    customsBody: entity.customsBody,
    declarant: entity.declarantNumber,
    reasons: reasons.slice(0, REASONS_TOLD).map(reasonMessage),
    filedAt: timestampOf(entity.filedAt),
    decidedAt: timestampOf(decidedAt),
  };
}

/** Tells the declarant, and the representative who filed, that the status changed. */
export function notifyStatus(
  outbox: Outbox,
  work: Work,
  entity: GoodsDeclarationEntity,
  change: { readonly reasons?: readonly Reason[]; readonly ground: LegalRef },
): void {
  const recipients = new Set([entity.declarantNumber, entity.representativeNumber]);
  recipients.delete('');
  for (const recipient of recipients) {
    outbox.publish(
      work,
      StatusNotifiedSchema,
      {
        notificationId: uuidv7(),
        recipient,
        caseId: entity.caseId,
        document: 'GOODS_DECLARATION',
        documentId: entity.id,
        documentNumber: entity.number ?? '',
        status: entity.status,
        reasons: (change.reasons ?? []).slice(0, REASONS_TOLD).map(reasonMessage),
        at: timestampOf(work.context.at),
      },
      { caseId: entity.caseId, ground: change.ground },
    );
  }
}
