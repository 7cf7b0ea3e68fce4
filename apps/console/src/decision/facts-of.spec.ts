import { factsOf } from './facts-of.js';

describe('facts of a document', () => {
  it('tell days, instants, codes, answers and texts apart, and leave out what says nothing', () => {
    expect(
      factsOf({
        id: '0194c0de-0000-7000-9000-000000000006',
        number: '55302/030226/N000004',
        amount: '1250000.00',
        currency: 'KZT',
        bankId: 'HALYKKZ',
        state: 'UNMATCHED',
        paidOn: '2026-02-03',
        receivedAt: '2026-02-03T05:40:00.000Z',
        needed: false,
        version: 3,
        note: '',
        payer: null,
        grounds: ['IMPORT_VAT', 'ADVANCE'],
        papers: ['Letter 7', 'Letter 8'],
        receipts: ['0194c0de-0000-7000-9000-000000000006'],
      }),
    ).toEqual([
      { kind: 'TEXT', name: 'number', value: '55302/030226/N000004' },
      { kind: 'TEXT', name: 'amount', value: '1250000.00' },
      { kind: 'TEXT', name: 'currency', value: 'KZT' },
      { kind: 'TEXT', name: 'bankId', value: 'HALYKKZ' },
      { kind: 'CODES', name: 'state', values: ['UNMATCHED'] },
      { kind: 'DAY', name: 'paidOn', value: '2026-02-03' },
      { kind: 'INSTANT', name: 'receivedAt', value: '2026-02-03T05:40:00.000Z' },
      { kind: 'ANSWER', name: 'needed', value: false },
      { kind: 'TEXT', name: 'version', value: '3' },
      { kind: 'CODES', name: 'grounds', values: ['IMPORT_VAT', 'ADVANCE'] },
      { kind: 'TEXT', name: 'papers', value: 'Letter 7, Letter 8' },
    ]);
  });

  it('keep the records inside of a document together', () => {
    expect(
      factsOf({ debts: [{ kind: 'IMPORT_VAT', unpaid: '5.00' }, {}], wording: { demand: 'Pay' } }),
    ).toEqual([
      {
        kind: 'RECORDS',
        name: 'debts',
        records: [
          [
            { kind: 'CODES', name: 'kind', values: ['IMPORT_VAT'] },
            { kind: 'TEXT', name: 'unpaid', value: '5.00' },
          ],
        ],
      },
      { kind: 'RECORDS', name: 'wording', records: [[{ kind: 'TEXT', name: 'demand', value: 'Pay' }]] },
    ]);
    expect(factsOf({ debts: [], orders: [{}] })).toEqual([]);
    expect(factsOf('text')).toEqual([]);
  });
});
