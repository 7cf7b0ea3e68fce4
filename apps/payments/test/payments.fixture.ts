/** A declaration with one item and a bank's confirmation, as others send them. Numbers have valid check digits. */
import { randomUUID } from 'node:crypto';
import {
  type DeclarationRegisteredSchema,
  type MessageInitShape,
  type PaymentConfirmationSchema,
} from '@shekara/contracts';

type Fields<Message> = Omit<Message, '$typeName' | '$unknown'>;
type DeclarationFields = Fields<MessageInitShape<typeof DeclarationRegisteredSchema>>;
type ConfirmationFields = Fields<MessageInitShape<typeof PaymentConfirmationSchema>>;

export const PAYER = '980540000397';
export const OTHER_PAYER = '050640001236';
export const KHORGOS = '55302';

let serial = 0;

/** Customs value 10,000,000.00 KZT of gear boxes: duty by the tariff, VAT 16 % in 2026, charge 20,000.00. */
export function declaration(changes: DeclarationFields = {}, customsValueTiyn = 1_000_000_000n) {
  serial += 1;
  return {
    declarationId: randomUUID(),
    number: `55302/100326/${serial.toString().padStart(7, '0')}`,
    caseId: randomUUID(),
    customsBody: KHORGOS,
    direction: 'IM',
    procedure: '40',
    registeredOn: '2026-03-10',
    regime: 'CODE_2017',
    declarant: { name: 'Stanok TOO', address: 'Almaty', country: 'KZ', identificationNumber: PAYER },
    consignor: { name: 'Maschinen GmbH', address: 'Hamburg', country: 'DE' },
    consignee: { name: 'Stanok TOO', address: 'Almaty', country: 'KZ', identificationNumber: PAYER },
    documents: [{ kind: 'CMR', number: 'CMR-77', date: '2026-02-20' }],
    items: [
      {
        number: 1,
        commodityCode: '8483402100',
        description: 'Gear boxes',
        netWeightKg: '500',
        grossWeightKg: '520.5',
        customsValue: { tiyn: customsValueTiyn },
        procedure: '4000000',
      },
    ],
    ...changes,
  } satisfies DeclarationFields;
}

/** Money that counts for release at once: the on-site terminal at Khorgos. */
export function confirmation(changes: ConfirmationFields = {}) {
  return {
    bankId: 'HALYKKZ',
    bankReference: randomUUID(),
    payerName: 'Stanok TOO',
    payerIdentificationNumber: PAYER,
    customsBody: KHORGOS,
    budgetCode: '106105',
    advance: true,
    amount: '100000.00',
    currency: 'KZT',
    channel: 'ONSITE_TERMINAL',
    onSiteContract: 'TERMINAL-55302-1',
    paidOn: '2026-03-10',
    purpose: 'Advance',
    taxBeneficiaryId: '6210',
    ...changes,
  } satisfies ConfirmationFields;
}
