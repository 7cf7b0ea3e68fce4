/** A complete road notice at Khorgos; the carrier's and consignee's numbers have valid check digits. */
export function roadNotice(changes: Record<string, unknown>) {
  return {
    mode: 'ROAD',
    customsBody: '55302',
    submitter: { role: 'CARRIER' },
    carrier: {
      name: 'Altyn Zhol TOO',
      address: 'Almaty, Raiymbek 1',
      country: 'KZ',
      identificationNumber: '050640001236',
    },
    consignor: { name: 'Maschinen GmbH', address: 'Hamburg, Hafenstrasse 2', country: 'DE' },
    consignee: {
      name: 'Stanok TOO',
      address: 'Almaty, Abay 3',
      country: 'KZ',
      identificationNumber: '980540000397',
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
    goods: [
      {
        line: 1,
        commodityCode: '848340',
        name: 'Gear boxes',
        packageCount: 4,
        packageKind: 'BX',
        packageMarks: 'no marks',
        grossWeightKg: '520.5',
      },
    ],
    ...changes,
  };
}
