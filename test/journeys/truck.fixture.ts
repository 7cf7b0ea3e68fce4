/** The way of a truck from the lane to its release, and the papers on it. Organisations are nobody's. */
import {
  GoodsReleasedSchema,
  LiabilityShortSchema,
  TemporaryStorageTermExpiredSchema,
} from '@shekara/contracts';
import { identificationCheckDigit } from '@shekara/kernel';
import {
  CLEARANCE_POST,
  importDeclaration,
  type Importer,
  importItem,
  type JsonObject,
  roadArrivalNotice,
} from '@shekara/testing/documents';
import { type Border, inTheEnd, type Person } from './border.fixture.js';
import { warehouseInclusion } from './papers.fixture.js';

/** Duty 3 % of 5,050,000.00, VAT 16 % of 5,201,500.00, charge 20,000.00 at the rates of 2026. */
export const DUTY_AND_VAT = '983740.00';
export const CHARGE = '20000.00';
export const TOTAL = '1003740.00';

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
  readonly stock: readonly {
    readonly line: number;
    readonly packages: number;
    readonly grossWeightKg: string;
  }[];
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
    await this.border.accountOfficer.must('/v1/accounts', {
      payer: identification,
      customsBody: CLEARANCE_POST,
      name,
    });
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
  papers(
    { importer: declarant, arrivalNoticeNumber }: Truck,
    item: JsonObject = {},
    changes: JsonObject = {},
  ) {
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
