/** Messages of registration: the plain import of machine parts, and a truck that brings them. */
import { randomUUID } from 'node:crypto';
import {
  type ArrivalNoticeAcceptedSchema,
  type DeclarationRegisteredSchema,
  type DeclaredItemSchema,
  type MessageInitShape,
  timestampOf,
} from '@shekara/contracts';

export const REGISTERED_AT = new Date('2026-02-03T05:00:00Z');
export const RELEASE_DUE_AT = new Date('2026-02-03T09:00:00Z');

type Declaration = MessageInitShape<typeof DeclarationRegisteredSchema>;
type Notice = MessageInitShape<typeof ArrivalNoticeAcceptedSchema>;
type Item = MessageInitShape<typeof DeclaredItemSchema>;

/** Gear boxes from Germany, 500 kg net, 5,200,000 tenge: no profile hits them. */
export function gearBoxes(changes: object = {}): Item {
  return {
    number: 1,
    commodityCode: '8483409000',
    description: 'gear boxes',
    originCountry: 'DE',
    grossWeightKg: '520.5',
    netWeightKg: '500',
    itemPrice: '10000.00',
    customsValue: { tiyn: 520_000_000n },
    procedure: '4000000',
    packageCount: 20,
    ...changes,
  };
}

export function declaration(
  items: readonly Item[],
  changes: {
    readonly declarant?: { readonly identificationNumber: string };
    readonly customsBody?: string;
  } = {},
) {
  return {
    declarationId: randomUUID(),
    number: '55302/030226/0000001',
    caseId: randomUUID(),
    customsBody: '55302',
    direction: 'IM',
    procedure: '40',
    registeredAt: timestampOf(REGISTERED_AT),
    registeredOn: '2026-02-03',
    releaseDueAt: timestampOf(RELEASE_DUE_AT),
    declarant: { identificationNumber: '980540000397' },
    dispatchCountry: 'DE',
    invoiceCurrency: 'USD',
    invoiceTotal: '10000.00',
    customsValue: { tiyn: 520_000_000n },
    items: [...items],
    ...changes,
  } satisfies Declaration;
}

export function arrivalNotice(commodityCode: string) {
  return {
    noticeId: randomUUID(),
    noticeNumber: '55302/030226/A000001',
    caseId: randomUUID(),
    customsBody: '55302',
    mode: 'ROAD',
    originCountry: 'DE',
    carrier: { identificationNumber: '050640001236' },
    goods: [{ line: 1, commodityCode, name: 'goods', packageCount: 4, grossWeightKg: '520.5' }],
    lodgedAt: timestampOf(REGISTERED_AT),
  } satisfies Notice;
}
