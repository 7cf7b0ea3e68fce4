/** Requests that meet every condition; tests change what they are about. */
import { WAREHOUSE_DOCUMENTS, warehousePremises } from '@shekara/testing/documents';

const IDENTITY = ['STATE_REGISTRATION_CERT', 'TAXPAYER_REGISTRATION_CERT', 'CONSTITUENT_DOCS'];

const insurance = { contract: 'L-1', validFrom: '2026-01-01', validTo: '2027-12-31' };

export const HEAD = { number: '14', signerRole: 'AUTHORIZED_BODY_HEAD' };
export const TERRITORIAL_HEAD = { number: 'T-7', signerRole: 'TERRITORIAL_HEAD' };

/** The euro stood at 560.00 on 2 March 2026. */
export const MINIMUM = '560000000.00';

export function representative(bin: string, changes: object = {}) {
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
    applicant: { name: 'Sary-Arka LLP', address: 'Almaty, Abai 1', country: 'KZ', bin },
    insurance,
    securities: [{ reference: 'BG-1', amount: MINIMUM, providedOn: '2026-03-02' }],
    specialists: ['S-1', 'S-2'].map((certificateNumber) => ({
      certificateNumber,
      certificateValidTo: '2027-06-01',
      employedFrom: '2024-01-09',
    })),
    unpaidCustomsDebt: false,
    order: HEAD,
    ...changes,
  };
}

export function warehouse(bin: string, address: string) {
  return {
    ...representative(bin),
    register: 'TSW',
    customsBody: '55311',
    documents: WAREHOUSE_DOCUMENTS,
    securities: [],
    specialists: [],
    premises: warehousePremises(address),
  };
}

/** The facts of a resumption: the conditions without what belongs to an application. */
export function resumption(
  bin: string,
  address: string,
  ownerNoticeRegisteredAt: string,
  changes: object = {},
) {
  const {
    register: _register,
    customsBody: _body,
    submittedAt: _submitted,
    registeredAt: _registered,
    documents: _documents,
    ...conditions
  } = warehouse(bin, address);
  return { ...conditions, ownerNoticeRegisteredAt, order: TERRITORIAL_HEAD, ...changes };
}
