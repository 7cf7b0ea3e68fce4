/** HTTP bodies of keepers, representatives, declarants and inspectors. Plain data, nobody's. */
import {
  CHECKPOINT,
  CLEARANCE_POST,
  type JsonObject,
  WAREHOUSE_DOCUMENTS,
  warehousePremises,
} from '@shekara/testing/documents';
import { type Border, KEEPER } from './border.fixture.js';

/** Loudspeakers from China at a price per kilogram that an example profile of risk finds too low. */
export const LOUDSPEAKERS: JsonObject = {
  commodityCode: '8518210000',
  description: 'Loudspeakers',
  originCountry: 'CN',
  itemPrice: '3000.00',
  customsValue: '1515000.00',
  statisticalValue: '3000.00',
};

/** Body of a general bank guarantee of 2,000,000.00 KZT that an account officer of Khorgos takes in. */
export function bankGuarantee(principal: string, number: string): JsonObject {
  return {
    method: 'BANK_GUARANTEE',
    kind: 'GENERAL',
    principal,
    guarantor: '050640001236',
    acceptingBody: CLEARANCE_POST,
    bodyScope: 'ANY_BODY',
    amount: '2000000.00',
    validFrom: '2026-03-01',
    validTo: '2026-12-31',
    document: { number, date: '2026-03-01' },
    obligationsDueBy: '2026-11-30',
    judgement: { issuerInRegister: true, contentLawful: true },
  };
}

/** Box 44 of a declaration whose duties and taxes a security covers. */
export function documentsWith(securityNumber: string): readonly JsonObject[] {
  return ['AUTHORITY', 'CONTRACT', 'INVOICE', 'CMR', 'PAYMENT_PROOF', 'SECURITY_PROOF'].map((kind) => ({
    kind,
    number: kind === 'SECURITY_PROOF' ? securityNumber : `${kind}-1`,
    date: '2026-02-20',
    form: 'ELECTRONIC',
    language: 'ru',
    availability: 'PRESENT',
  }));
}

/** The act of an examination in the declarant's presence; seals kept. */
export function examinationAct(border: Border, item: JsonObject): JsonObject {
  return {
    officers: [{ name: 'I. Officer', position: 'Chief inspector' }],
    place: 'Khorgos, Depot street 4',
    startedAt: border.clock.now().toISOString(),
    endedAt: border.clock.now().toISOString(),
    presentPersons: [{ name: 'D. Declarant', role: 'DECLARANT' }],
    items: [{ itemNumber: 1, evidence: ['photo-1'], grossWeightKg: '520.5', packageCount: 4, ...item }],
    evidence: [{ kind: 'PHOTO', reference: 'photo-1', sha256: 'a'.repeat(64) }],
    documents: { genuine: true, dataTrue: true, filledProperly: true, comparedWith: ['CMR-77'] },
    copyHandedTo: 'D. Declarant',
  };
}

const IDENTITY = ['STATE_REGISTRATION_CERT', 'TAXPAYER_REGISTRATION_CERT', 'CONSTITUENT_DOCS'];
const INSURANCE = { contract: 'L-1', validFrom: '2026-01-01', validTo: '2027-12-31' };

/** Body of the inclusion of the warehouse at Khorgos, which meets every condition. */
export function warehouseInclusion(border: Border): JsonObject {
  return {
    register: 'TSW',
    customsBody: CHECKPOINT,
    submittedAt: border.clock.now().toISOString(),
    registeredAt: border.clock.now().toISOString(),
    documents: WAREHOUSE_DOCUMENTS,
    applicant: {
      name: 'Khorgos Terminal TOO',
      address: 'Khorgos, Depot street 4',
      country: 'KZ',
      bin: KEEPER,
    },
    insurance: INSURANCE,
    unpaidCustomsDebt: false,
    premises: warehousePremises('Khorgos, Depot street 4'),
    order: { number: '14', signerRole: 'AUTHORIZED_BODY_HEAD' },
  };
}

/** Body of the inclusion of a customs representative who meets every condition (EUR 1,000,000 at 560.00). */
export function representativeInclusion(bin: string): JsonObject {
  return {
    register: 'REP',
    customsBody: '55001',
    submittedAt: '2026-03-02T04:00:00Z',
    registeredAt: '2026-03-02T05:00:00Z',
    documents: [
      ...IDENTITY,
      'SPECIALIST_CERTS',
      'EMPLOYMENT_ORDERS_OR_CONTRACTS',
      'SECURITY_DOCS',
      'BANK_ACCOUNT_CONFIRMATION',
      'LIABILITY_INSURANCE_CONTRACT',
    ],
    applicant: { name: 'Broker TOO', address: 'Almaty, Abai 1', country: 'KZ', bin },
    insurance: INSURANCE,
    securities: [{ reference: 'BG-1', amount: '560000000.00', providedOn: '2026-03-02' }],
    specialists: ['S-1', 'S-2'].map((certificateNumber) => ({
      certificateNumber,
      certificateValidTo: '2027-06-01',
      employedFrom: '2024-01-09',
    })),
    unpaidCustomsDebt: false,
    order: { number: '14', signerRole: 'AUTHORIZED_BODY_HEAD' },
  };
}

/** Header fields of a declaration that a representative files. */
export function representedBy(identification: string, registerNumber: string): JsonObject {
  return {
    representative: {
      name: 'Broker TOO',
      address: 'Almaty',
      country: 'KZ',
      identification,
      registerNumber,
      contractNumber: 'C-1',
      contractDate: '2026-01-10',
    },
    filledBy: { name: 'S. Specialist', position: 'specialist', phone: '1', certificateNumber: 'S-1' },
  };
}
