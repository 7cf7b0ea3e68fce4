import { Money } from '@shekara/kernel';
import { ExportDuties, loadReferenceData } from '@shekara/reference-data';
import { rowOf } from '../obligation/trigger-matrix.js';
import { isCharge } from '../payment-kind.js';
import {
  calculated,
  code,
  declaration,
  exact,
  inTenge,
  item,
  payable,
  reference,
  refusalCodes,
  REGISTERED,
} from './calculation.fixture.js';
import type { DeclarationForCalculation } from './declaration-for-calculation.js';
import { calculate } from './calculation.js';
import { chargesOf, PROCEDURE_CHARGES } from './procedure-charges.js';

const under = (procedure: string, changes: Partial<DeclarationForCalculation> = {}) =>
  declaration([item()], { procedure, ...changes });
/** Payable and contingent sums by kind. */
const sumsOf = (of: DeclarationForCalculation) =>
  Object.fromEntries(
    calculated(of).lines.map((line) => [
      line.kind,
      [line.payable.toString(), line.contingent?.amount.toString() ?? '0.00'],
    ]),
  );
const CHARGE = ['20000.00', '0.00'];
const ASLEEP = {
  IMPORT_DUTY: ['0.00', '520000.00'],
  IMPORT_VAT: ['0.00', '686400.00'],
  CHARGE_DECLARATION: CHARGE,
};

describe('The charges of customs procedures', () => {
  it('are set for each procedure of the classifier, and for no other', () => {
    const procedures = loadReferenceData().procedures.all(REGISTERED);
    const known = Object.fromEntries(procedures.map(({ code: digits, procedure }) => [digits, procedure]));
    const table = Object.entries(PROCEDURE_CHARGES).map(([digits, { procedure }]) => [digits, procedure]);
    expect(Object.fromEntries(table)).toEqual(known);
  });

  it('sleep by a row of the matrix whose amount is that of the procedure: import or export sums', () => {
    for (const digits of Object.keys(PROCEDURE_CHARGES)) {
      const charges = chargesOf(digits, false);
      if (!charges?.breach) continue;
      const { basis } = rowOf(charges.breach).amount;
      expect(basis === 'EXPORT').toBe(charges.exportDuty !== undefined);
    }
  });

  it.each(['31', '51', '70', '80', '96'])(
    'ask under %s for nothing but the declaration charge while its conditions hold (R-PAY-246)',
    (procedure) => {
      expect(sumsOf(under(procedure))).toEqual(ASLEEP);
      for (const line of calculated(under(procedure)).lines.filter(({ item: number }) => number)) {
        expect(line).toMatchObject({ notPayable: 'PROCEDURE_WITHOUT_PAYMENT' });
        const trigger = line.contingent?.trigger;
        expect(trigger && rowOf(trigger).article).toBe(line.article);
      }
    },
  );

  it('name the row that opens when the condition of the procedure breaks (R-PAY-246)', () => {
    const breachOf = (procedure: string) => calculated(under(procedure)).lines[0]?.contingent?.trigger;
    expect(breachOf('70')).toBe('CUSTOMS_WAREHOUSE_DECLARANT');
    expect(breachOf('51')).toBe('INSIDE_PROCESSING_BREACH');
    expect(breachOf('31')).toBe('RE_EXPORT_NOT_TAKEN_OUT');
    expect(breachOf('96')).toBe('DUTY_FREE_MISUSE_OR_LOSS');
    expect(breachOf('80')).toBe('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED');
  });

  it('ignore preferences under a warehouse and keep them under inside processing (R-PAY-048, R-PAY-049)', () => {
    const goods = item({ dutyTreatment: { share: exact('0.75'), preference: 'PREF_DEVELOPING' } });
    const dutyOf = (procedure: string) => sumsOf(declaration([goods], { procedure }))['IMPORT_DUTY'];
    expect(dutyOf('70')).toEqual(['0.00', '520000.00']);
    expect(dutyOf('51')).toEqual(['0.00', '390000.00']);
  });

  it('count a relief where the row does, and begin no use limits of their own (R-PAY-052)', () => {
    const relief = loadReferenceData().reliefs.find('CHARTER_CAPITAL', REGISTERED);
    if (!relief) throw new Error('no relief of that code');
    const goods = item({ reliefs: new Map([['IMPORT_DUTY', relief]]) });
    const dutyUnder = (procedure: string) => calculated(declaration([goods], { procedure })).lines[0];
    expect(dutyUnder('80')).toMatchObject({ contingent: { amount: Money.ZERO } });
    expect(dutyUnder('80')?.takenOff).toBeUndefined();
    expect(dutyUnder('51')).toMatchObject({ contingent: { amount: Money.ofTenge('520000') } });
  });

  it('take taxes before release for consumption processing and leave its duty asleep (R-PRC-139)', () => {
    expect(sumsOf(under('91'))).toEqual({
      IMPORT_DUTY: ['0.00', '520000.00'],
      IMPORT_VAT: ['686400.00', '0.00'],
      CHARGE_DECLARATION: CHARGE,
    });
    expect(calculated(under('91')).trigger).toBe('CONSUMPTION_PROCESSING_TAXES');
  });

  it('leave the export duty of processing outside and temporary export asleep, and of Union goods in transit', () => {
    const scrap = item({ commodityCode: code('7602001900'), customsValue: inTenge('1000000') });
    for (const changes of [{ procedure: '21' }, { procedure: '23' }, { procedure: '80', unionGoods: true }]) {
      expect(sumsOf(declaration([scrap], changes))).toEqual({
        EXPORT_DUTY: ['0.00', '150000.00'],
        CHARGE_DECLARATION: CHARGE,
      });
    }
  });

  it('are the declaration charge alone for re-import and destruction, and nothing for abandonment (R-PRC-235)', () => {
    expect(payable(under('60'))).toEqual({ CHARGE_DECLARATION: '20000.00' });
    expect(payable(under('93'))).toEqual({ CHARGE_DECLARATION: '20000.00' });
    expect(payable(under('94'))).toEqual({});
    expect(calculated(under('94')).trigger).toBeUndefined();
  });

  it.each(['77', '78', '90'])(
    'are left to an officer under %s and never guessed (R-PAY-070)',
    (procedure) => {
      expect(refusalCodes(under(procedure))).toEqual(['PROCEDURE_NEEDS_ASSESSMENT']);
    },
  );

  it('of Union goods in a duty-free shop are left to an officer', () => {
    expect(refusalCodes(under('96', { unionGoods: true }))).toEqual(['PROCEDURE_NEEDS_ASSESSMENT']);
  });

  it('ask for no duty and no tax before release where the conditions hold, and for taxes alone under 91 (R-PRC-243)', () => {
    const asked = (procedure: string, changes: Partial<DeclarationForCalculation> = {}) =>
      [...calculated(under(procedure, changes)).payable]
        .filter(([kind, amount]) => !isCharge(kind) && amount.isPositive())
        .map(([kind]) => kind);
    for (const procedure of ['70', '51', '21', '23', '60', '31', '96', '93', '94'])
      expect(asked(procedure)).toEqual([]);
    expect(asked('53', { temporaryImport: { exemption: 'FULL' } })).toEqual([]);
    expect(asked('53', { temporaryImport: { exemption: 'PARTIAL', months: 1 } })).toEqual([
      'IMPORT_DUTY',
      'IMPORT_VAT',
    ]);
    expect(asked('91')).toEqual(['IMPORT_VAT']);
  });

  it('bear no export duty under re-export, whatever the goods (R-PRC-211)', () => {
    const scrap = item({ commodityCode: code('0101210000'), customsValue: inTenge('1000000') });
    const exportDuties = new ExportDuties(
      [{ prefix: '01', goods: 'horses', validFrom: '2020-01-01', source: 'fixture' }],
      [
        {
          prefix: '01',
          rate: { kind: 'AD_VALOREM', adValoremPercent: exact(10) },
          validFrom: '2020-01-01',
          source: 'fixture',
        },
      ],
    );
    const kindsUnder = (procedure: string) => {
      const calculation = calculate(declaration([scrap], { procedure }), { ...reference, exportDuties });
      return calculation.accepted ? calculation.lines.map(({ kind }) => kind) : [];
    };
    expect(kindsUnder('10')).toEqual(['EXPORT_DUTY', 'CHARGE_DECLARATION']);
    expect(kindsUnder('31')).toEqual(['IMPORT_DUTY', 'IMPORT_VAT', 'CHARGE_DECLARATION']);
  });

  it('owe nothing at all, now or later, for a small shipment', () => {
    const small = item({ customsValue: inTenge('120000') });
    expect(sumsOf(declaration([small], { procedure: '70' }))).toEqual({
      IMPORT_DUTY: ['0.00', '0.00'],
      IMPORT_VAT: ['0.00', '0.00'],
      CHARGE_DECLARATION: CHARGE,
    });
  });
});

describe('Temporary import', () => {
  const part = (months: number) => under('53', { temporaryImport: { exemption: 'PARTIAL', months } });

  it('takes 3 % of the consumption sum for each month, kind by kind, and the rest sleeps (R-PAY-054, R-PRC-167)', () => {
    expect(sumsOf(part(4))).toEqual({
      IMPORT_DUTY: ['62400.00', '457600.00'],
      IMPORT_VAT: ['82368.00', '604032.00'],
      CHARGE_DECLARATION: CHARGE,
    });
    expect(calculated(part(4)).trigger).toBe('TEMPORARY_IMPORT_FIRST_PART');
    expect(calculated(part(4)).lines[0]).toMatchObject({
      rule: 'R-PAY-054',
      contingent: { trigger: 'TEMPORARY_IMPORT_BREACH' },
    });
  });

  it('never takes more than the whole sum (R-PAY-054, R-PRC-170)', () => {
    expect(sumsOf(part(33))['IMPORT_DUTY']).toEqual(['514800.00', '5200.00']);
    expect(sumsOf(part(35))['IMPORT_DUTY']).toEqual(['520000.00', '0.00']);
  });

  it('counts preferences in the part, but not in the sum of a breach (R-PAY-048, R-PAY-054)', () => {
    const goods = item({ dutyTreatment: { share: exact('0.75'), preference: 'PREF_DEVELOPING' } });
    const of = declaration([goods], {
      procedure: '53',
      temporaryImport: { exemption: 'PARTIAL', months: 1 },
    });
    // 3 % of 390,000; a breach owes 520,000 less the part.
    expect(sumsOf(of)['IMPORT_DUTY']).toEqual(['11700.00', '508300.00']);
  });

  it('exempt in full owes nothing while its conditions hold', () => {
    expect(sumsOf(under('53', { temporaryImport: { exemption: 'FULL' } }))).toEqual(ASLEEP);
  });

  it('without a stated period is left to an officer', () => {
    expect(refusalCodes(under('53'))).toEqual(['TEMPORARY_IMPORT_PERIOD_MISSING']);
  });
});
