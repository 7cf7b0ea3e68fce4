import { standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import { reference as workedCases } from '../calculation/calculation.fixture.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { assessTriggered, type TriggeredObligation } from './triggered-obligation.js';

const calendar = standardCalendar();
const { tariff, currencyRates, exciseRates } = workedCases;
const reference = { ...loadReferenceData(), tariff, currencyRates, exciseRates };
const DECLARANT = '980540000397';
const SECURITY_GIVER = '050640001236';
const OWNER = '191040012345';

/** 2 Sep 2025: customs value 5,200,000 KZT, duty 10 %, VAT 12 %; the day after: 5,300,000 and 20 %. */
const GOODS = {
  number: 1,
  commodityCode: '0101210000',
  customsValue: { amount: '10000', currency: 'USD' },
  netWeightKg: '2000',
  quantities: [],
};

function found(trigger: Trigger, changes: Partial<TriggeredObligation> = {}): TriggeredObligation {
  return {
    trigger,
    facts: { days: {} },
    involved: [],
    goodsLost: false,
    goods: [GOODS],
    originProved: false,
    statedSums: [],
    ...changes,
  };
}

function outcome(one: TriggeredObligation) {
  const assessed = assessTriggered(one, reference, calendar);
  if (!assessed.accepted)
    return assessed.reasons.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());
  if (assessed.owes === 'NOBODY') return assessed.because;
  const { payer, jointPayers, rateDate, sums } = assessed;
  return {
    payer,
    jointPayers,
    rateDate,
    sums: sums.map(({ kind, amount }) => `${kind} ${amount.toString()}`),
  };
}

describe('what an event makes payable (art. 129.1)', () => {
  it('charges goods lost from a warehouse to its owner, at the rates of the day of loss (R-PAY-048, R-PAY-055)', () => {
    const lost = found('STORAGE_IN_WAREHOUSE', {
      facts: { days: { PLACING_IN_STORAGE: '2025-09-02', LOSS_OR_HAND_OVER: '2025-09-03' } },
      involved: [{ part: 'WAREHOUSE_OWNER', person: OWNER }],
      goods: [{ ...GOODS, preference: 'PREF_FREE_TRADE_ZONE', originCountry: 'RS', originProved: true }],
    });
    expect(outcome(lost)).toEqual({
      payer: OWNER,
      jointPayers: [],
      rateDate: '2025-09-03',
      sums: ['IMPORT_DUTY 1060000.00', 'IMPORT_VAT 763200.00'],
    });
  });

  it('charges undelivered transit goods as for consumption at registration day rates; who gave the security owes jointly (R-PAY-052, R-PAY-057, worked case 25)', () => {
    const involved = [
      { part: 'DECLARANT' as const, person: DECLARANT },
      { part: 'TRANSIT_SECURITY_GIVER' as const, person: SECURITY_GIVER },
    ];
    const days = { REGISTRATION: '2025-09-02', LOSS_OR_HAND_OVER: '2025-09-03' };
    const transit = found('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', { facts: { days }, involved });
    expect(outcome(transit)).toEqual({
      payer: DECLARANT,
      jointPayers: [SECURITY_GIVER],
      rateDate: '2025-09-02',
      sums: ['IMPORT_DUTY 520000.00', 'IMPORT_VAT 686400.00'],
    });
  });

  it('names no payer between completed transit and storage, unless goods are lost: then the carrier (R-PAY-242)', () => {
    const between = found('BETWEEN_TRANSIT_AND_STORAGE', {
      facts: { days: { LOSS_OR_HAND_OVER: '2025-09-02' } },
      involved: [{ part: 'CARRIER', person: OWNER }],
    });
    expect(outcome(between)).toBe('NOT_LOST');
    expect(outcome({ ...between, goodsLost: true })).toMatchObject({ payer: OWNER });
  });

  it('asks for the finding that a buyer of illegally moved goods knew, with every other reason at once (R-PAY-057)', () => {
    const illegal = found('ILLEGAL_IMPORT', {
      facts: { days: { CROSSING: '2025-09-02' } },
      involved: [
        { part: 'ILLEGAL_MOVER', person: OWNER },
        { part: 'KNOWING_BUYER', person: DECLARANT },
      ],
      goods: [{ ...GOODS, commodityCode: '9999999999' }],
    });
    expect(outcome(illegal)).toEqual([
      'JOINT_PAYER_KNOWLEDGE_MISSING',
      'TARIFF_CODE_WITHOUT_RATE /goods/0/commodityCode',
    ]);
  });

  it('lets an officer state the sum that an article sets itself, and asks for it where none is stated', () => {
    const falseData = found('FALSE_DECLARATION', {
      facts: { days: { REGISTRATION: '2025-09-02' } },
      involved: [{ part: 'ILLEGAL_MOVER', person: DECLARANT }],
      goods: [],
    });
    expect(outcome(falseData)).toEqual(['OBLIGATION_SUM_NEEDS_OFFICER /statedSums']);
    const stated = [{ kind: 'IMPORT_VAT' as const, amount: Money.ofTenge('250000') }];
    expect(outcome({ ...falseData, statedSums: stated })).toMatchObject({
      payer: DECLARANT,
      sums: ['IMPORT_VAT 250000.00'],
    });
  });

  it('leaves a relieved sum to its contingent liability, which falls due there', () => {
    expect(outcome(found('CONSUMPTION_RELIEF_MISUSED'))).toEqual(['OBLIGATION_IS_CONTINGENT /trigger']);
  });

  it('says what is missing: the day that the due date needs, or the goods', () => {
    const declarant = [{ part: 'DECLARANT' as const, person: DECLARANT }];
    const transit = found('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', { involved: declarant });
    expect(outcome(transit)).toEqual(['DEBT_DUE_DAY_UNKNOWN /days']);
    const days = { REGISTRATION: '2025-09-02' };
    expect(outcome({ ...transit, facts: { days }, goods: [] })).toEqual(['OBLIGATION_GOODS_MISSING /goods']);
    expect(outcome({ ...transit, facts: { days }, involved: [] })).toEqual(['PAYER_NOT_NAMED']);
  });

  it('owes nothing up to EUR 5 in all, at the rate of the day it arose, never of the due day (R-PAY-069)', () => {
    const tiny = found('STORAGE_IN_WAREHOUSE', {
      facts: { days: { PLACING_IN_STORAGE: '2025-09-02' } },
      involved: [{ part: 'WAREHOUSE_OWNER', person: OWNER }],
      goods: [{ ...GOODS, customsValue: { amount: '12931', currency: 'KZT' } }],
    });
    expect(outcome(tiny)).toBe('BELOW_5_EUR');
    const above = { ...tiny, goods: [{ ...GOODS, customsValue: { amount: '12932', currency: 'KZT' } }] };
    expect(outcome(above)).toMatchObject({ sums: ['IMPORT_DUTY 1293.20', 'IMPORT_VAT 1707.02'] });
    // EUR 5 are 3,000 on 2 September and 3,050 on the 3rd, when 20 % are due.
    const dueLater = { days: { PLACING_IN_STORAGE: '2025-09-02', LOSS_OR_HAND_OVER: '2025-09-03' } };
    const between = { ...tiny, goods: [{ ...GOODS, customsValue: { amount: '8800', currency: 'KZT' } }] };
    expect(outcome({ ...between, facts: dueLater })).toMatchObject({
      sums: ['IMPORT_DUTY 1760.00', 'IMPORT_VAT 1267.20'],
    });
  });
});
