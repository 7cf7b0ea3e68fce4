import { plusDays, standardCalendar } from '@shekara/calendar';
import fc from 'fast-check';
import { arisesOn, declarationChargeDueOn, dueDateOf, type ObligationFacts, rateDayOf } from './due-date.js';
import { type Cause, OBLIGATION_DAYS } from './trigger.js';
import {
  illegalMovementRow,
  isTrigger,
  periodicDeclarationNeedsSecurity,
  periodicDeclarationRow,
  rowOf,
  type Trigger,
  TRIGGER_MATRIX,
} from './trigger-matrix.js';

const calendar = standardCalendar();

function due(trigger: Trigger, days: ObligationFacts['days'], cause?: Cause) {
  return dueDateOf(rowOf(trigger), { days, cause }, calendar);
}

function on(day: string) {
  return { due: 'ON', day };
}

describe('the trigger matrix (art. 129.1, 131)', () => {
  it('names each trigger once, with its article, an amount and a rate day (R-PAY-055)', () => {
    const names = TRIGGER_MATRIX.map(({ trigger }) => trigger);
    expect(new Set(names).size).toBe(names.length);
    expect(
      TRIGGER_MATRIX.filter(({ article, due: rules }) => !article.startsWith('art. ') || rules.length === 0),
    ).toEqual([]);
    expect(isTrigger('ARRIVAL')).toBe(true);
    expect(isTrigger('SOMETHING_ELSE')).toBe(false);
  });

  it('ignores preferences and reliefs for storage, warehouse, duty-free, temporary import, vehicles and illegal movement (R-PAY-048)', () => {
    const without = TRIGGER_MATRIX.filter(({ amount }) => !amount.preferences && !amount.reliefs);
    expect(without.map(({ trigger }) => trigger).sort()).toEqual([
      'BETWEEN_TRANSIT_AND_STORAGE',
      'CUSTOMS_WAREHOUSE_DECLARANT',
      'CUSTOMS_WAREHOUSE_OWNER',
      'DUTY_FREE_MISUSE_OR_LOSS',
      'ILLEGAL_EXPORT',
      'ILLEGAL_IMPORT',
      'STORAGE_BEFORE_WAREHOUSING',
      'STORAGE_IN_OTHER_PLACE',
      'STORAGE_IN_WAREHOUSE',
      'STORAGE_MISUSE_AT_RECIPIENT',
      'TEMPORARY_IMPORT_BREACH',
      'VEHICLE_MISUSED_INLAND',
    ]);
    expect(rowOf('FALSE_DECLARATION').amount).toMatchObject({ preferences: true, reliefs: true });
  });

  it('ignores reliefs but not preferences for inside processing and re-export (R-PAY-049)', () => {
    const reliefsOnly = TRIGGER_MATRIX.filter(({ amount }) => amount.preferences && !amount.reliefs);
    expect(reliefsOnly.map(({ trigger }) => trigger).sort()).toEqual([
      'INSIDE_PROCESSING_BREACH',
      'RE_EXPORT_NOT_TAKEN_OUT',
      'RE_EXPORT_OF_PROCESSING_PRODUCTS_NOT_TAKEN_OUT',
    ]);
  });

  it.each<[Trigger, string]>([
    ['ARRIVAL', 'CONSUMPTION'],
    ['DEPARTURE_OF_FOREIGN_GOODS', 'CONSUMPTION'],
    ['TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', 'CONSUMPTION'],
    ['TRANSIT_UNION_GOODS_NOT_DELIVERED', 'EXPORT'],
    ['CONSUMPTION_PROCESSING_DUTY_BREACH', 'CONSUMPTION'],
    ['OUTSIDE_PROCESSING_BREACH', 'EXPORT'],
    ['TEMPORARY_EXPORT_NOT_COMPLETED', 'EXPORT'],
  ])('takes the plain sum for %s (R-PAY-052)', (trigger, basis) => {
    expect(rowOf(trigger).amount).toEqual({ basis, preferences: true, reliefs: true });
  });

  it('charges a false transit declaration as ordinary illegal movement, due on the crossing or discovery day (R-PAY-053, worked case 27)', () => {
    const row = illegalMovementRow({ direction: 'IMPORT', falseDeclaration: 'TRANSIT' });
    expect(row.amount).toEqual({ basis: 'CONSUMPTION', preferences: false, reliefs: false });
    expect(dueDateOf(row, { days: { CROSSING: '2025-09-01' } }, calendar)).toEqual(on('2025-09-01'));
    expect(calendar.isWorkingDay('2025-09-01')).toBe(false);
    expect(dueDateOf(row, { days: { DISCOVERY: '2025-09-03' } }, calendar)).toEqual(on('2025-09-03'));
    expect(illegalMovementRow({ direction: 'IMPORT', falseDeclaration: 'OTHER' }).trigger).toBe(
      'FALSE_DECLARATION',
    );
  });
});

describe('due dates (art. 131)', () => {
  it('dates misuse of relieved goods on its first day, unknown: at registration, with the rates of registration (R-PAY-062, R-PAY-042, worked case 9)', () => {
    const days = { REGISTRATION: '2025-02-10', MISUSE: '2025-06-05' };
    expect(due('CONSUMPTION_RELIEF_MISUSED', days)).toEqual(on('2025-06-05'));
    expect(due('CONSUMPTION_RELIEF_MISUSED', { REGISTRATION: '2025-02-10' })).toEqual(on('2025-02-10'));
    expect(rateDayOf(rowOf('CONSUMPTION_RELIEF_MISUSED'), { days }, calendar)).toBe('2025-02-10');
  });

  it('dates a relief given up before the amendment, an earlier application day wins (R-PAY-074, worked case 26)', () => {
    const amended = { REGISTRATION: '2025-02-10', AMENDMENT: '2025-06-09' };
    const applied = { ...amended, APPLICATION_REGISTRATION: '2025-06-04' };
    expect(due('CONSUMPTION_RELIEF_GIVEN_UP_BY_AMENDMENT', applied)).toEqual(on('2025-06-04'));
    expect(due('CONSUMPTION_RELIEF_GIVEN_UP_BY_AMENDMENT', amended)).toEqual(on('2025-06-09'));
    expect(due('TEMPORARY_IMPORT_WITH_RELIEF', applied, 'RELIEF_GIVEN_UP')).toEqual(on('2025-06-04'));
  });

  it('dates an announced change of use on the registration day of the application (R-PAY-063)', () => {
    expect(due('CONSUMPTION_RELIEF_OTHER_USE_ANNOUNCED', { APPLICATION_REGISTRATION: '2025-06-04' })).toEqual(
      on('2025-06-04'),
    );
  });

  it('waits for release where payment is due before it, but for periodic, temporary and undeclared release (R-PAY-065, worked case 10)', () => {
    const days = { REGISTRATION: '2025-07-10', EARLIER_REGISTRATION: '2025-07-10' };
    expect(due('DOMESTIC_CONSUMPTION', days)).toEqual({ due: 'NOT_YET', waitsFor: ['RELEASE'] });
    const released = { ...days, RELEASE: '2025-07-15' };
    expect(due('DOMESTIC_CONSUMPTION', released)).toEqual(on('2025-07-15'));
    expect(due('RELEASE_BEFORE_DECLARATION', released)).toEqual(on('2025-08-11'));
    expect(due('PERIODIC_DECLARATION', released)).toEqual({
      due: 'NOT_YET',
      waitsFor: ['RELEASE_BY_FULL_DECLARATION'],
    });
    expect(due('TEMPORARY_DECLARATION_TOP_UP', released).due).toBe('NOT_YET');
  });

  it('takes the rates of the last permitted day when no release mark was made in time (R-PAY-051, worked case 10)', () => {
    const days = { RELEASE: '2025-07-15', REGISTRATION: '2025-08-05' };
    const row = rowOf('RELEASE_BEFORE_DECLARATION');
    expect(rateDayOf(row, { days }, calendar)).toBe('2025-08-11');
    expect(rateDayOf(row, { days: { ...days, RELEASE_MARK: '2025-08-11' } }, calendar)).toBe('2025-08-05');
    expect(rateDayOf(row, { days: { ...days, RELEASE_MARK: '2025-08-12' } }, calendar)).toBe('2025-08-11');
  });

  it('moves the due date of December goods into January', () => {
    expect(due('RELEASE_BEFORE_DECLARATION', { RELEASE: '2025-12-03' })).toEqual(on('2026-01-12'));
  });

  it('dates a late declaration on the last day of the declaration term (R-PAY-066, worked case 10)', () => {
    const storage = calendar.end(
      { length: 2, unit: 'MONTHS', article: 'art. 268' },
      calendar.instantOf('2025-07-08', '12:00'),
    );
    expect(due('LATE_DECLARATION', { DECLARATION_TERM_END: storage.lastDay })).toEqual(on('2025-09-08'));
  });

  it('marks free zone and free warehouse by treaty and never guesses (R-PAY-070)', () => {
    const days = Object.fromEntries(OBLIGATION_DAYS.map((day) => [day, '2025-09-02']));
    expect(due('FREE_ZONE_OR_FREE_WAREHOUSE', days)).toEqual({ due: 'TREATY_RULES' });
    expect(rateDayOf(rowOf('FREE_ZONE_OR_FREE_WAREHOUSE'), { days }, calendar)).toBeUndefined();
  });

  it('has export duty due before release for export (R-PAY-071)', () => {
    expect(rowOf('EXPORT').amount.basis).toBe('EXPORT');
    expect(due('EXPORT', { REGISTRATION: '2025-09-02' })).toEqual({ due: 'NOT_YET', waitsFor: ['RELEASE'] });
    expect(due('EXPORT', { REGISTRATION: '2025-09-02', RELEASE: '2025-09-03' })).toEqual(on('2025-09-03'));
  });

  it('has excise goods paid before release on the periodic declaration, others on the full one, secured unless an AEO declares (R-PAY-072)', () => {
    const days = {
      EARLIER_REGISTRATION: '2025-09-02',
      RELEASE: '2025-09-03',
      RELEASE_BY_FULL_DECLARATION: '2025-10-02',
    };
    expect(dueDateOf(periodicDeclarationRow(true), { days }, calendar)).toEqual(on('2025-09-03'));
    expect(dueDateOf(periodicDeclarationRow(false), { days }, calendar)).toEqual(on('2025-10-02'));
    expect(periodicDeclarationNeedsSecurity(false, false)).toBe(true);
    expect(periodicDeclarationNeedsSecurity(false, true)).toBe(false);
    expect(periodicDeclarationNeedsSecurity(true, false)).toBe(false);
  });

  it('makes the 3 % sums due at registration when full exemption is broken, the full sum only on loss or non-completion (R-PAY-244)', () => {
    const days = { REGISTRATION: '2025-01-20', PERIOD_END: '2025-12-19' };
    expect(rowOf('TEMPORARY_IMPORT_EXEMPTION_BROKEN').amount.basis).toBe('PARTIAL_TEMPORARY_IMPORT');
    expect(due('TEMPORARY_IMPORT_EXEMPTION_BROKEN', days)).toEqual(on('2025-01-20'));
    expect(due('TEMPORARY_IMPORT_BREACH', days, 'NOT_COMPLETED')).toEqual(on('2025-12-19'));
    expect(due('TEMPORARY_IMPORT_BREACH', days, 'LOST_OR_HANDED_OVER')).toEqual(on('2025-01-20'));
    expect(() => due('TEMPORARY_IMPORT_BREACH', days)).toThrow(RangeError);
  });

  it('changes to export at the processing day, but after temporary export at the export day (R-PAY-237)', () => {
    const days = { EARLIER_REGISTRATION: '2025-03-03', REGISTRATION: '2025-09-02' };
    expect(rateDayOf(rowOf('OUTSIDE_PROCESSING_CHANGED_TO_EXPORT'), { days }, calendar)).toBe('2025-03-03');
    expect(rateDayOf(rowOf('TEMPORARY_EXPORT_CHANGED_TO_EXPORT'), { days }, calendar)).toBe('2025-09-02');
  });

  it('dates transit by hand-over or loss, unknown: at registration (worked case 25)', () => {
    const days = { REGISTRATION: '2025-09-15' };
    expect(due('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', days)).toEqual(on('2025-09-15'));
    expect(due('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', { ...days, LOSS_OR_HAND_OVER: '2025-09-18' })).toEqual(
      on('2025-09-18'),
    );
  });

  it('dates the declaration charge after misuse on the breach day, unknown: at registration (R-PAY-007)', () => {
    expect(
      declarationChargeDueOn({ breachOrMovementOn: '2025-06-05', declarationRegisteredOn: '2025-02-10' }),
    ).toBe('2025-06-05');
    expect(declarationChargeDueOn({ declarationRegisteredOn: '2025-02-10' })).toBe('2025-02-10');
  });

  it('dates the declaration charge of illegal movement on the day of movement, unknown: at registration (R-PAY-008)', () => {
    expect(
      declarationChargeDueOn({ breachOrMovementOn: '2025-09-01', declarationRegisteredOn: '2025-09-02' }),
    ).toBe('2025-09-01');
    expect(declarationChargeDueOn({ declarationRegisteredOn: '2025-09-02' })).toBe('2025-09-02');
  });

  it('never falls due before it arises, whatever days are known and in whatever order the later ones come', () => {
    const causes: readonly (Cause | undefined)[] = [
      'LOST_OR_HANDED_OVER',
      'NOT_COMPLETED',
      'MISUSED',
      'RELIEF_GIVEN_UP',
    ];
    const rows = TRIGGER_MATRIX.filter(({ trigger }) => trigger !== 'FALSE_DECLARATION');
    const distances = fc.tuple(...OBLIGATION_DAYS.map(() => fc.option(fc.integer({ min: 0, max: 500 }))));
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...causes), distances, (row, cause, days) => {
        const first = row.arises[0];
        const known = OBLIGATION_DAYS.flatMap((name, index) => {
          const distance = name === first ? 0 : days[index];
          return typeof distance === 'number' ? [[name, plusDays('2025-01-01', distance)]] : [];
        });
        const facts: ObligationFacts = { days: Object.fromEntries(known) as ObligationFacts['days'], cause };
        fc.pre(row.due.some((branch) => branch.cause === undefined || branch.cause === cause));
        const found = dueDateOf(row, facts, calendar);
        const arises = arisesOn(row, facts);
        if (found.due === 'ON' && arises !== undefined) expect(found.day >= arises).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
