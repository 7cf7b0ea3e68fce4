/** The way of a truck from the lane to its release, and the papers on it. Organisations are nobody's. */
import {
  GoodsReleasedSchema,
  LiabilityShortSchema,
  TemporaryStorageTermExpiredSchema,
} from '@shekara/contracts';
import { identificationCheckDigit } from '@shekara/kernel';
import {
  CHECKPOINT,
  CLEARANCE_POST,
  importDeclaration,
  type Importer,
  importItem,
  type JsonObject,
  roadArrivalNotice,
} from '@shekara/testing/documents';
import { type Border, inTheEnd, KEEPER, type Person } from './border.fixture.js';

/** Duty 3 % of 5,050,000.00, VAT 16 % of 5,201,500.00, charge 20,000.00 at the rates of 2026. */
export const DUTY_AND_VAT = '983740.00';
export const CHARGE = '20000.00';
export const TOTAL = '1003740.00';

/** Loudspeakers from China at a price per kilogram that an example profile of risk finds too low. */
export const LOUDSPEAKERS: JsonObject = {
  commodityCode: '8518210000',
  description: 'Loudspeakers',
  originCountry: 'CN',
  itemPrice: '3000.00',
  customsValue: '1515000.00',
  statisticalValue: '3000.00',
};

export interface Truck {
  readonly importer: Importer;
  readonly declarant: Person;
  readonly caseId: string;
  readonly arrivalNoticeNumber: string;
}

export interface Lot {
  readonly id: string;
  readonly status: string;
  readonly lastDay: string;
  readonly stock: readonly { readonly line: number; readonly packages: number; readonly grossWeightKg: string }[];
  readonly movements: readonly { readonly kind: string; readonly basis?: { readonly number: string } }[];
}

export interface Declaration {
  readonly number: string;
  readonly declarationId: string;
  readonly caseId: string;
  readonly status: string;
  readonly decidedBy: string | null;
  readonly releaseDueAt: string;
}

/** The n-th importer: a BIN with a valid check digit. */
export function importer(n: number): Importer {
  for (let serial = n * 11; ; serial += 1) {
    const digits = `260140${serial.toString().padStart(5, '0')}`;
    const check = identificationCheckDigit(digits);
    if (check !== undefined) {
      return { name: `Importer ${n} TOO`, address: 'Almaty, Abay 3', identification: `${digits}${check}` };
    }
  }
}

/** The trucks of one border and its warehouse. */
export class Trucks {
  private constructor(
    private readonly border: Border,
    readonly warehouse: string,
  ) {}

  /** Puts the warehouse at Khorgos into its register. */
  static async at(border: Border): Promise<Trucks> {
    const { registrationNumber } = await border.registrar.must<{ registrationNumber: string }>(
      '/v1/register-entries',
      warehouseInclusion(border),
    );
    return new Trucks(border, registrationNumber);
  }

  /** Opens the account of an importer and pays an amount (tenge) onto it. */
  async pay(payer: Importer, amount: string): Promise<void> {
    const { name, identification } = payer;
    await this.border.accountOfficer.must('/v1/accounts', { payer: identification, customsBody: CLEARANCE_POST, name });
    const before = Number(await this.border.balance(identification, 'ADVANCE_MONEY'));
    await this.border.confirm(payer, amount);
    await inTheEnd(async () => {
      const now = Number(await this.border.balance(identification, 'ADVANCE_MONEY'));
      expect(now - before).toBeCloseTo(Number(amount), 2);
    });
  }

  async arrive(of: Importer, changes: JsonObject = {}): Promise<Truck> {
    const { name, address, identification } = of;
    const notice = await this.border.lane.must<{ number: string; caseId: string }>(
      '/v1/arrival-notices',
      roadArrivalNotice({
        deliveredAt: this.border.clock.now().toISOString(),
        consignee: { name, address, country: 'KZ', identificationNumber: identification },
        ...changes,
      }),
    );
    return {
      importer: of,
      declarant: this.border.trader('DECLARANT', identification),
      caseId: notice.caseId,
      arrivalNoticeNumber: notice.number,
    };
  }

  /** The carrier lodges the storage documents, the keeper counts the goods; answers the lot. */
  async store({ arrivalNoticeNumber }: Truck): Promise<string> {
    const lotId = await inTheEnd(async () => {
      const { status, body } = await this.border.carrier.post<{ lotId: string }>('/v1/storage-documents', {
        arrivalNoticeNumber,
        placeNumber: this.warehouse,
        submitter: { role: 'CARRIER' },
        documents: [
          {
            kind: 'TRANSPORT',
            number: 'CMR-77',
            goods: [{ line: 1, name: 'Gear boxes', packageCount: 4, grossWeightKg: '520.5' }],
            consignor: { name: 'Maschinen GmbH' },
            countryOfDeparture: 'DE',
          },
        ],
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.lotId;
    });
    await this.border.keeper.must(`/v1/storage-lots/${lotId}/receipts`, {
      counted: [{ line: 1, packageCount: 4, grossWeightKg: '520.5' }],
      sealsIntact: true,
    });
    return lotId;
  }

  async lot(id: string): Promise<Lot> {
    return (await this.border.keeper.get<Lot>(`/v1/storage-lots/${id}`)).body;
  }

  /** Body of the declaration of a truck. */
  papers({ importer: declarant, arrivalNoticeNumber }: Truck, item: JsonObject = {}, changes: JsonObject = {}) {
    return importDeclaration({
      arrivalNoticeNumber,
      declarant,
      items: [importItem(1, item)],
      changes: { date: this.border.today(), ...changes },
    });
  }

  file(truck: Truck, item: JsonObject = {}, changes: JsonObject = {}): Promise<Declaration> {
    return truck.declarant.must<Declaration>('/v1/goods-declarations', this.papers(truck, item, changes));
  }

  async read(truck: Truck, { number }: Declaration): Promise<Declaration> {
    return (await truck.declarant.get<Declaration>(`/v1/goods-declarations/${number}`)).body;
  }

  releasesOf({ declarationId }: Declaration) {
    return this.border.place
      .messages(GoodsReleasedSchema)
      .filter((event) => event.declarationId === declarationId);
  }

  released(declaration: Declaration) {
    return inTheEnd(() => {
      const [release] = this.releasesOf(declaration);
      if (!release) throw new Error(`${declaration.number} is not released`);
      return release;
    });
  }

  short({ declarationId }: Declaration) {
    return inTheEnd(() => {
      const found = this.border.place
        .messages(LiabilityShortSchema)
        .find((event) => event.declarationId === declarationId);
      if (!found) throw new Error('payments have not answered');
      return found;
    });
  }

  expiriesOf(lotId: string) {
    return this.border.place
      .messages(TemporaryStorageTermExpiredSchema)
      .filter((event) => event.lotId === lotId);
  }
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

function warehouseInclusion(border: Border): JsonObject {
  return {
    register: 'TSW',
    customsBody: CHECKPOINT,
    submittedAt: border.clock.now().toISOString(),
    registeredAt: border.clock.now().toISOString(),
    documents: [
      ...IDENTITY,
      'BANK_ACCOUNT_CONFIRMATION',
      'PREMISES_TITLE_DOCS',
      'PREMISES_PLANS',
      'HANDLING_AND_WEIGHING_PROOF',
      'LIABILITY_INSURANCE_CONTRACT',
    ],
    applicant: { name: 'Khorgos Terminal TOO', address: 'Khorgos, Depot street 4', country: 'KZ', bin: KEEPER },
    insurance: INSURANCE,
    unpaidCustomsDebt: false,
    premises: {
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
    },
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
