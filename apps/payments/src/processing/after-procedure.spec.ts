import { Money } from '@shekara/kernel';
import { code, declaration, exact, inTenge, item, REGISTERED } from '../calculation/calculation.fixture.js';
import { reference } from '../calculation/calculation.fixture.js';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
} from '../calculation/declaration-for-calculation.js';
import { calculate } from '../calculation/calculation.js';
import { EARLIER_KINDS, type EarlierProcedure } from './earlier-procedure.js';
import { rowOf } from '../obligation/trigger-matrix.js';

const A = '980540000397';
const B = '050640001236';
/** A day later: USD 530 and, for the ordinary goods, a duty of 20 % instead of 10 %. */
const NEXT_DAY = '2025-09-03';
const tenge = (amount: string) => Money.ofTenge(amount);

function of(
  earlier: EarlierProcedure,
  goods: Partial<ItemForCalculation> = {},
  changes: Partial<DeclarationForCalculation> = {},
) {
  const [movement = ''] = EARLIER_KINDS[earlier.kind].movements;
  const { procedure = movement.slice(0, 2) } = changes;
  const previousProcedure = goods.previousProcedure ?? movement.slice(2, 4);
  return calculate(
    declaration([item({ ...goods, earlier, previousProcedure })], {
      rateBasis: { kind: 'ORDINARY', registeredOn: NEXT_DAY },
      ...changes,
      procedure,
    }),
    reference,
  );
}

function linesOf(...args: Parameters<typeof of>) {
  const calculation = of(...args);
  if (!calculation.accepted) throw new Error(calculation.reasons.map((reason) => reason.code).join());
  return calculation.lines.filter((line) => line.item !== undefined);
}
const sums = (...args: Parameters<typeof of>) =>
  Object.fromEntries(linesOf(...args).map((line) => [line.kind, line.payable.toString()]));
const refusals = (...args: Parameters<typeof of>) => {
  const calculation = of(...args);
  return calculation.accepted ? [] : calculation.reasons.map((reason) => reason.code);
};

describe('Release for consumption after another procedure', () => {
  const unknown = (procedure: string, previousProcedure: string) =>
    calculate(declaration([item({ previousProcedure })], { procedure }), reference);

  it.each([
    ['40', '53'],
    ['40', '70'],
    ['40', '51'],
    ['31', '51'],
    ['10', '21'],
  ])('leaves %s after %s to an officer while the facts are not stated', (procedure, previous) => {
    expect(unknown(procedure, previous)).toMatchObject({
      reasons: [{ code: 'PREVIOUS_PROCEDURE_NEEDS_ASSESSMENT', pointer: '/items/0/procedure' }],
    });
  });

  it('needs no facts for a procedure whose sum does not depend on them', () => {
    expect(unknown('70', '53').accepted).toBe(true);
    expect(unknown('40', '00').accepted).toBe(true);
    expect(unknown('10', '23').accepted).toBe(true);
  });

  it('refuses facts of another movement, and an earlier day that is later', () => {
    const kept = { kind: 'CUSTOMS_WAREHOUSE', registeredOn: REGISTERED, paid: [] } as const;
    expect(refusals(kept, { previousProcedure: '53' })).toEqual(['EARLIER_PROCEDURE_DIFFERS']);
    expect(refusals({ ...kept, registeredOn: '2025-09-04' })).toEqual(['EARLIER_REGISTRATION_LATER']);
  });
});

describe('Goods kept in a warehouse', () => {
  const kept = (...paid: { kind: 'IMPORT_DUTY' | 'IMPORT_VAT'; amount: Money }[]): EarlierProcedure => ({
    kind: 'CUSTOMS_WAREHOUSE',
    registeredOn: REGISTERED,
    paid,
  });
  const goods = { customsValue: inTenge('1000000') };

  it('are valued and charged at the new registration (art. 342)', () => {
    expect(sums(kept(), goods)).toEqual({ IMPORT_DUTY: '200000.00', IMPORT_VAT: '144000.00' });
    expect(linesOf(kept(), goods)[0]).toMatchObject({ rateDate: NEXT_DAY, article: 'art. 342' });
  });

  it('never bear more than the whole sum, growth of rates counted, over all procedures (R-PAY-041, F-09)', () => {
    // 344,000 in all, of which the rates of the warehouse day gave 232,000 and their growth 112,000.
    const paid = kept({ kind: 'IMPORT_DUTY', amount: tenge('50000') });
    expect(sums(paid, goods)).toEqual({ IMPORT_DUTY: '150000.00', IMPORT_VAT: '144000.00' });
    expect(linesOf(paid, goods)[0]).toMatchObject({ deducted: tenge('50000') });
    const more = kept({ kind: 'IMPORT_DUTY', amount: tenge('250000') });
    expect(sums(more, goods)).toEqual({ IMPORT_DUTY: '0.00', IMPORT_VAT: '94000.00' });
    expect(sums(kept({ kind: 'IMPORT_VAT', amount: tenge('999999') }), goods)).toEqual({
      IMPORT_DUTY: '0.00',
      IMPORT_VAT: '0.00',
    });
  });
});

describe('Goods after temporary import', () => {
  const imported = (declarant: string): EarlierProcedure => ({
    kind: 'TEMPORARY_IMPORT',
    registeredOn: REGISTERED,
    declarant,
    partsPaid: [
      { by: A, kind: 'IMPORT_DUTY', amount: tenge('62400') },
      { by: A, kind: 'IMPORT_VAT', amount: tenge('82368') },
    ],
  });

  it('take rates and exchange rate of its registration, less the parts that the same declarant paid (R-PAY-232, R-PRC-177)', () => {
    // Worked case 1 of 2 September at 520, although the day after has 530 and 20 %.
    expect(sums(imported(A))).toEqual({ IMPORT_DUTY: '457600.00', IMPORT_VAT: '604032.00' });
    expect(sums(imported(B))).toEqual({ IMPORT_DUTY: '520000.00', IMPORT_VAT: '686400.00' });
    expect(linesOf(imported(A))[0]).toMatchObject({ article: 'art. 388', rateDate: REGISTERED });
  });

  it('have their parts deducted also when they lay in a warehouse in between (R-PAY-232)', () => {
    expect(sums(imported(A), { previousProcedure: '70' })).toEqual(sums(imported(A)));
  });
});

describe('Goods of inside processing', () => {
  const products: Extract<EarlierProcedure, { kind: 'INSIDE_PROCESSING_PRODUCTS' }> = {
    kind: 'INSIDE_PROCESSING_PRODUCTS',
    registeredOn: REGISTERED,
    placed: {
      commodityCode: code('0101210000'),
      quantity: exact(1000),
      unit: 'KGM',
      customsValue: exact(5_200_000),
      netWeightKg: exact(1000),
    },
    productQuantity: exact(400),
    yieldNorm: exact('0.8'),
  };
  const goods = { commodityCode: code('0101299000'), customsValue: inTenge('9000000') };

  it('are charged on the foreign goods in the products, at the rates of the processing registration (R-PAY-236, R-PRC-107)', () => {
    // 400 / 0.8 = 500 of 1,000: duty 10 % of 2,600,000; VAT 12 % of 2,860,000.
    expect(sums(products, goods)).toEqual({ IMPORT_DUTY: '260000.00', IMPORT_VAT: '343200.00' });
    expect(linesOf(products, goods)[0]).toMatchObject({ rateDate: REGISTERED, article: 'art. 355' });
  });

  it('are weighed by the part that went in where the rate is set by weight (R-PAY-236)', () => {
    const placed = { ...products.placed, commodityCode: code('0101291000') };
    // 500 kg x 0.60 EUR x 600.
    expect(sums({ ...products, placed }, goods)['IMPORT_DUTY']).toBe('180000.00');
  });

  it('sleep by their own row while re-export goes on, at the rates of the re-export (R-PAY-236)', () => {
    const [duty] = linesOf(products, { ...goods, previousProcedure: '51' }, { procedure: '31' });
    expect(duty).toMatchObject({
      payable: Money.ZERO,
      contingent: {
        amount: tenge('520000'),
        trigger: 'RE_EXPORT_OF_PROCESSING_PRODUCTS_NOT_TAKEN_OUT',
      },
    });
  });

  it('cannot hold more than was placed', () => {
    expect(refusals({ ...products, productQuantity: exact(801) }, goods)).toEqual([
      'PROCESSING_YIELD_IMPOSSIBLE',
    ]);
    expect(refusals({ ...products, yieldNorm: exact(0) }, goods)).toEqual(['PROCESSING_YIELD_IMPOSSIBLE']);
  });

  it('left unprocessed take rates and exchange rate of the processing registration (R-PAY-039)', () => {
    const unprocessed = { kind: 'INSIDE_PROCESSING_UNPROCESSED', registeredOn: REGISTERED } as const;
    expect(sums(unprocessed)).toEqual({ IMPORT_DUTY: '520000.00', IMPORT_VAT: '686400.00' });
  });
});

describe('Products of outside processing', () => {
  const goods = { commodityCode: code('0101210000'), customsValue: inTenge('30000000') };
  const today = { rateBasis: { kind: 'ORDINARY', registeredOn: REGISTERED } } as const;
  const onCost = (changes: Partial<Extract<EarlierProcedure, { kind: 'OUTSIDE_PROCESSING_PRODUCTS' }>>) =>
    ({
      kind: 'OUTSIDE_PROCESSING_PRODUCTS',
      repaired: false,
      costOfProcessing: exact(6_000_000),
      valueSentOut: exact(25_000_000),
      ...changes,
    }) as const;

  it('bear duty on the cost, or on the value added when it is not known (R-PAY-233, R-PRC-125, R-PRC-126, F-23)', () => {
    expect(sums(onCost({}), goods, today)['IMPORT_DUTY']).toBe('600000.00');
    expect(sums(onCost({ costOfProcessing: undefined }), goods, today)['IMPORT_DUTY']).toBe('500000.00');
  });

  it('bear a duty by weight cut to the share of the cost in their value (R-PAY-233, R-PRC-127)', () => {
    // 2,000 kg x 0.60 EUR x 600 = 720,000 on the products; a fifth of it.
    const weighed = { ...goods, commodityCode: code('0101291000') };
    expect(sums(onCost({}), weighed, today)['IMPORT_DUTY']).toBe('144000.00');
  });

  it('bear VAT on the same cost, and excise in full but after a repair (R-PAY-234, R-PRC-128, R-PRC-129)', () => {
    expect(sums(onCost({}), goods, today)['IMPORT_VAT']).toBe('720000.00');
    expect(sums(onCost({ costOfProcessing: undefined }), goods, today)['IMPORT_VAT']).toBe('600000.00');
    const beer = {
      commodityCode: code('2203000100'),
      customsValue: inTenge('30000000'),
      quantities: [{ unit: 'LTR', amount: exact(1000) }],
    };
    expect(sums(onCost({}), beer, today)['IMPORT_EXCISE']).toBe('57000.00');
    expect(sums(onCost({ repaired: true }), beer, today)['IMPORT_EXCISE']).toBe('0.00');
  });

  it('need the value of the products', () => {
    expect(refusals(onCost({}), { ...goods, customsValue: inTenge('0') }, today)).toEqual([
      'CUSTOMS_VALUE_MISSING',
    ]);
  });

  it('are like a vehicle repaired abroad beyond the free list, which bears nothing on it (R-PAY-235)', () => {
    const { costOfProcessing, valueSentOut } = onCost({});
    const repaired = (onFreeList: boolean): EarlierProcedure => ({
      kind: 'REPAIRED_VEHICLE',
      onFreeList,
      costOfProcessing,
      valueSentOut,
    });
    expect(sums(repaired(false), goods, today)).toEqual({
      IMPORT_DUTY: '600000.00',
      IMPORT_VAT: '720000.00',
    });
    expect(sums(repaired(true), goods, today)).toEqual({ IMPORT_DUTY: '0.00', IMPORT_VAT: '0.00' });
  });
});

describe('Goods of outside processing that are sold abroad', () => {
  it('bear export duty at the rates of the processing registration, but after temporary export at those of the export (R-PAY-237, R-PRC-130, R-PRC-189)', () => {
    const earlier = { kind: 'OUTSIDE_PROCESSING_GOODS', registeredOn: REGISTERED } as const;
    const scrap = { commodityCode: code('7602001900') };
    expect(sums(earlier, scrap)).toEqual({ EXPORT_DUTY: '780000.00' });
    const afterTemporaryExport = calculate(
      declaration([item({ ...scrap, previousProcedure: '23' })], {
        procedure: '10',
        rateBasis: { kind: 'ORDINARY', registeredOn: NEXT_DAY },
      }),
      reference,
    );
    if (!afterTemporaryExport.accepted) throw new Error('refused');
    expect(afterTemporaryExport.payable.get('EXPORT_DUTY')?.toString()).toBe('795000.00');
  });
});

describe('Goods of processing for consumption', () => {
  const products = (origin: string, originProved: boolean, input = '0101210000'): EarlierProcedure => ({
    kind: 'CONSUMPTION_PROCESSING_PRODUCTS',
    inputs: [
      { commodityCode: code(input), origin, value: exact(900) },
      { commodityCode: code(input), origin: 'DE', value: exact(100) },
    ],
    originProved,
  });
  const goods = { customsValue: inTenge('1000000') };

  it('owe the duty of the products alone, for taxes were paid before (R-PAY-238)', () => {
    expect(sums(products('DE', false), goods)).toEqual({ IMPORT_DUTY: '200000.00' });
  });

  it('take the preference of the dearest inputs while the four-digit code stays, with its proof (R-PAY-238, R-PRC-147)', () => {
    expect(sums(products('RS', true), goods)).toEqual({ IMPORT_DUTY: '0.00' });
    expect(sums(products('RS', false), goods)).toEqual({ IMPORT_DUTY: '200000.00' });
    expect(sums(products('RS', true, '2203000100'), goods)).toEqual({ IMPORT_DUTY: '200000.00' });
  });

  it('left unprocessed take duty and exchange rate of the processing registration (R-PAY-238, R-PRC-149)', () => {
    const unprocessed = { kind: 'CONSUMPTION_PROCESSING_UNPROCESSED', registeredOn: REGISTERED } as const;
    expect(sums(unprocessed)).toEqual({ IMPORT_DUTY: '520000.00' });
  });
});

describe('The kinds of an earlier procedure', () => {
  it('name rows of the matrix that take the rates they are charged at', () => {
    const rates = (kind: keyof typeof EARLIER_KINDS) => rowOf(EARLIER_KINDS[kind].trigger).rates;
    expect(rates('TEMPORARY_IMPORT')).toBe('EARLIER_REGISTRATION');
    expect(rates('INSIDE_PROCESSING_PRODUCTS')).toBe('EARLIER_REGISTRATION');
    expect(rates('CONSUMPTION_PROCESSING_UNPROCESSED')).toBe('EARLIER_REGISTRATION');
    expect(rates('OUTSIDE_PROCESSING_GOODS')).toBe('EARLIER_REGISTRATION');
    expect(rates('OUTSIDE_PROCESSING_PRODUCTS')).toBe('REGISTRATION');
    expect(rates('CONSUMPTION_PROCESSING_PRODUCTS')).toBe('REGISTRATION');
    expect(rates('CUSTOMS_WAREHOUSE')).toBe('REGISTRATION');
  });
});
