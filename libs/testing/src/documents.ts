/**
 * HTTP bodies of valid documents: a truck from Hamburg at Khorgos and the import declaration of its goods. Plain data,
 * without a library, so that tests, the demonstration and the load generator write them alike. Numbers are nobody's.
 */

/** BIN of the consignee, who declares. */
export const IMPORTER = '980540000397';
/** BIN of the carrier. */
export const CARRIER = '050640001236';
/** Khorgos checkpoint, round the clock. */
export const CHECKPOINT = '55302';
/** Khorgos clearance post, every day from 09:00 to 20:00. */
export const CLEARANCE_POST = '55311';
/** Gear boxes; import duty 3 %, no supplementary unit. */
export const GEARS = '8483402308';

export type JsonObject = Record<string, unknown>;

export interface Importer {
  readonly name: string;
  readonly address: string;
  readonly identification: string;
}

const STANOK: Importer = { name: 'Stanok TOO', address: 'Almaty, Abay 3', identification: IMPORTER };
const SELLER = { name: 'Maschinen GmbH', address: 'Hamburg, Hafenstrasse 2', country: 'DE' };

/** The line of goods on the truck, as its CMR names it. */
export const ARRIVING_GEARS = {
  line: 1,
  commodityCode: GEARS.slice(0, 6),
  name: 'Gear boxes',
  packageCount: 4,
  packageKind: 'BX',
  packageMarks: 'no marks',
  grossWeightKg: '520.5',
};

/** Body of `POST /v1/arrival-notices`: everything of art. 251.1.1. `deliveredAt` (ISO) says that the goods are there. */
export function roadArrivalNotice(changes: JsonObject = {}): JsonObject {
  return {
    mode: 'ROAD',
    customsBody: CHECKPOINT,
    submitter: { role: 'CARRIER' },
    carrier: {
      name: 'Altyn Zhol TOO',
      address: 'Almaty, Raiymbek 1',
      country: 'KZ',
      identificationNumber: CARRIER,
    },
    consignor: SELLER,
    consignee: {
      name: STANOK.name,
      address: STANOK.address,
      country: 'KZ',
      identificationNumber: STANOK.identification,
    },
    vehicleRegistration: 'KZ 123 ABC 02 / 45 DEF 02',
    originCountry: 'DE',
    destinationCountry: 'KZ',
    commercialDocuments: 'NONE_HELD',
    mailCarried: false,
    oversized: false,
    prohibitedOrRestricted: false,
    waybillPlace: 'Hamburg',
    waybillDate: '2026-02-20',
    documents: [
      { kind: 'VEHICLE_DOCUMENTS', number: 'V-1', language: 'ru', translated: false },
      {
        kind: 'TRANSPORT_DOCUMENTS',
        number: 'CMR-77',
        date: '2026-02-20',
        language: 'ru',
        translated: false,
      },
    ],
    goods: [ARRIVING_GEARS],
    ...changes,
  };
}

/** One item: 4 boxes of gears, 10,000.00 USD, customs value 5,050,000.00 KZT (505 a dollar). */
export function importItem(itemNumber: number, changes: JsonObject = {}): JsonObject {
  return {
    itemNumber,
    description: 'Gear boxes for machine tools',
    manufacturer: 'Maschinen GmbH',
    packages: [{ count: 4, kind: 'BX', marks: 'no marks' }],
    commodityCode: GEARS,
    originCountry: 'DE',
    grossKg: '520.500',
    netKg: '500.000',
    preference: { fee: '00', duty: '00', excise: '00', vat: '00' },
    procedure: '4000000',
    itemPrice: '10000.00',
    valuationMethod: 1,
    customsValue: '5050000.00',
    statisticalValue: '10000.00',
    ...changes,
  };
}

export interface ImportDeclarationOptions {
  /** The accepted notice that presented the goods, as the answer to it gave its number. */
  readonly arrivalNoticeNumber: string;
  /** Who declares and receives the goods. */
  readonly declarant?: Importer;
  /** So many equal items, or the items themselves; one unless given. */
  readonly items?: number | readonly JsonObject[];
  /** Header fields that differ; totals follow the items by themselves. */
  readonly changes?: JsonObject;
}

/** Body of `POST /v1/goods-declarations`: release for domestic consumption (procedure 40) at Khorgos clearance post. */
export function importDeclaration(options: ImportDeclarationOptions): JsonObject {
  const { arrivalNoticeNumber, declarant = STANOK, items: wanted = 1, changes = {} } = options;
  const items =
    typeof wanted === 'number' ? Array.from({ length: wanted }, (_, index) => importItem(index + 1)) : wanted;
  return {
    form: 'GOODS_DECLARATION',
    feature: 'STANDARD',
    filingChannel: 'IS_ELECTRONIC',
    arrivalNoticeNumber,
    signature: { algorithm: 'development', value: 'bm90IGEgcmVhbCBzaWduYXR1cmU=' },
    direction: 'IM',
    procedureCode: '40',
    officeCode: CLEARANCE_POST,
    sender: SELLER,
    itemsTotal: items.length,
    packagesTotal: items.reduce((total, item) => total + packagesOf(item), 0),
    consignee: { ...declarant, country: 'KZ' },
    financialParty: { ...declarant, country: 'KZ' },
    tradingCountry: 'DE',
    totalCustomsValue: totalOf(items, 'customsValue'),
    declarant: { ...declarant, country: 'KZ', capacity: 'DEAL_PARTY' },
    dispatchCountry: 'DE',
    originCountryOverall: 'DE',
    destinationCountry: 'KZ',
    transportArrival: { count: 1, number: '123ABC02', nationality: 'KZ' },
    containerFlag: false,
    deliveryTerms: { code: 'DAP', place: 'Almaty' },
    invoiceCurrency: 'USD',
    invoiceTotal: totalOf(items, 'itemPrice'),
    dealNature: '010',
    modeBorder: '31',
    modeInland: '31',
    entryExitOffice: CHECKPOINT,
    goodsLocation: { type: '11', address: 'Khorgos' },
    filledBy: { name: 'A. Person', position: 'Customs specialist', phone: '+7 700 000 00 00' },
    place: 'Almaty',
    date: '2026-03-07',
    documents: ['AUTHORITY', 'CONTRACT', 'INVOICE', 'CMR', 'PAYMENT_PROOF'].map((kind) => ({
      kind,
      number: `${kind}-1`,
      date: '2026-02-20',
      form: 'ELECTRONIC',
      language: 'ru',
      availability: 'PRESENT',
    })),
    items,
    ...changes,
  };
}

function packagesOf(item: JsonObject): number {
  const packages = Array.isArray(item.packages) ? (item.packages as readonly { count?: number }[]) : [];
  return packages.reduce((total, { count = 0 }) => total + count, 0);
}

/** Sum of amounts with two decimals, in hundredths, so that nothing is rounded. */
function totalOf(items: readonly JsonObject[], field: string): string {
  let hundredths = 0n;
  for (const item of items) hundredths += BigInt(String(item[field] ?? '0.00').replace('.', ''));
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What art. 41.2 asks to attach to the application of a temporary storage warehouse. */
export const WAREHOUSE_DOCUMENTS: readonly string[] = [
  'STATE_REGISTRATION_CERT',
  'TAXPAYER_REGISTRATION_CERT',
  'CONSTITUENT_DOCS',
  'BANK_ACCOUNT_CONFIRMATION',
  'PREMISES_TITLE_DOCS',
  'PREMISES_PLANS',
  'HANDLING_AND_WEIGHING_PROOF',
  'LIABILITY_INSURANCE_CONTRACT',
];

/** Premises of a temporary storage warehouse that meet every condition of art. 40, at an address. */
export function warehousePremises(address: string): JsonObject {
  return {
    address,
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
}
