/** Applications that meet every condition, for tests to break one at a time. */
import { Money } from '@shekara/kernel';
import type { InclusionApplication, Order } from './register-entry.js';
import type { Premises } from './premises.js';
import { REGISTER_KIND } from './register-kind.js';

/** A moment of Almaty wall-clock time (UTC+5). */
export function almaty(date: string, time = '10:00'): Date {
  return new Date(`${date}T${time}:00+05:00`);
}

export function headOrder(at: Date): Order {
  return { number: '14', signedAt: at, signerRole: 'AUTHORIZED_BODY_HEAD' };
}

export function territorialOrder(at: Date): Order {
  return { number: 'T-7', signedAt: at, signerRole: 'TERRITORIAL_HEAD' };
}

const applicant = { name: 'Sary-Arka LLP', address: 'Almaty, Abai 1', country: 'KZ', bin: '980540000397' };
const insurance = { contract: 'L-1', validFrom: '2026-01-01', validTo: '2026-12-31' };

export const premises: Premises = {
  address: 'Khorgos, Depot street 4',
  titleKind: 'OWNERSHIP',
  vehicleGateControl: true,
  personGateControl: true,
  gatesFilmedRoundTheClock: true,
  gateVideoRetentionDays: 30,
  handlingEquipment: true,
  certifiedScales: true,
  gasStored: false,
  gasMeters: false,
  accessRoadsServiceable: true,
  inspectionSite: { coveredPart: true, light: true, filmedRoundTheClock: true, videoRetentionDays: 30 },
  zoneSigns: true,
  asphalt: true,
  foreignBuildings: false,
  singleComplexOneFence: true,
  inspectionReport: 'R-1',
};

export function representative(submitted: string, tenge = '605500000'): InclusionApplication {
  return {
    register: 'REP',
    submittedAt: almaty(submitted),
    registeredAt: almaty(submitted, '11:00'),
    documents: REGISTER_KIND.REP.documents,
    applicant,
    insurance,
    securities: [{ reference: 'BG-1', amount: Money.ofTenge(tenge), providedOn: submitted }],
    specialists: ['S-1', 'S-2'].map((certificateNumber) => ({
      certificateNumber,
      certificateValidTo: '2027-06-01',
      employedFrom: '2024-01-09',
    })),
    vehicles: [],
    unpaidCustomsDebt: false,
    offences: [],
  };
}

export function carrier(submitted: string): InclusionApplication {
  return {
    ...representative(submitted, '121100000'),
    register: 'CARRIER',
    documents: REGISTER_KIND.CARRIER.documents,
    insurance: undefined,
    specialists: [],
    carriageSince: '2020-01-01',
    vehicles: [
      { plate: '001AAA02', heldByRight: true, sealable: true, approvalValidTo: '2027-01-01', tracker: 'T-1' },
    ],
  };
}

export function warehouse(submitted: string, place: Partial<Premises> = {}): InclusionApplication {
  return {
    ...representative(submitted),
    register: 'TSW',
    documents: REGISTER_KIND.TSW.documents,
    securities: [],
    specialists: [],
    premises: { ...premises, ...place },
  };
}
