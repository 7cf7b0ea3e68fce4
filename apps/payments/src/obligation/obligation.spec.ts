import { standardCalendar } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';
import { acceptOtherUse, belowCommonTariff, contingentOf, endContingent } from './contingent.js';
import { checkLimitation, LIMITED_ACTS, type LimitationStart, limitationEnd } from './limitation.js';
import {
  endObligation,
  type EndGround,
  isObligationEnd,
  type Obligation,
  triggerOfBrokenCondition,
} from './obligation-end.js';
import { payersOf } from './payers.js';
import { TRIGGER_MATRIX, type Trigger } from './trigger-matrix.js';

const calendar = standardCalendar();
const tenge = (amount: string) => Money.ofTenge(amount);

function obligation(changes: Partial<Obligation> = {}): Obligation {
  return {
    trigger: 'DOMESTIC_CONSUMPTION',
    arisenOn: '2025-09-02',
    declarationId: 'declaration-1',
    goods: 'FOREIGN',
    unpaid: tenge('520000'),
    ...changes,
  };
}

function ends(ground: EndGround, changes: Partial<Obligation> = {}): boolean {
  return endObligation(obligation(changes), ground).accepted;
}

describe('the end of an obligation (art. 129.2)', () => {
  it('uses codes of the list ObligationEnd only, each with its article (R-PAY-058)', () => {
    expect(isObligationEnd('WRITTEN_OFF')).toBe(true);
    expect(isObligationEnd('FORGIVEN')).toBe(false);
    expect(endObligation(obligation({ unpaid: Money.ZERO }), { code: 'PAID_OR_COLLECTED' })).toEqual({
      accepted: true,
      events: [{ type: 'ObligationEnded', code: 'PAID_OR_COLLECTED', article: 'art. 129.2(1)' }],
    });
    expect(ends({ code: 'PAID_OR_COLLECTED' })).toBe(false);
    expect(ends({ code: 'WRITTEN_OFF', groundInOtherLaw: ' ' })).toBe(false);
  });

  it('is not brought by abandonment declared before the obligation arose (R-PAY-059)', () => {
    expect(ends({ code: 'ABANDONED_TO_STATE', declarationRegisteredOn: '2025-09-10' })).toBe(true);
    expect(ends({ code: 'ABANDONED_TO_STATE', declarationRegisteredOn: '2025-09-01' })).toBe(false);
  });

  it('comes by refused release only for the liability born by that declaration (R-PAY-060)', () => {
    expect(ends({ code: 'RELEASE_REFUSED', declarationId: 'declaration-1' })).toBe(true);
    expect(ends({ code: 'RELEASE_REFUSED', declarationId: 'declaration-2' })).toBe(false);
  });

  it('comes for a remainder of at most EUR 5 in total at the rate of the day it arose (R-PAY-069, F-08)', () => {
    const limit = new Exact(5).times(600);
    expect(ends({ code: 'BELOW_5_EUR', unpaidDutiesAndTaxes: tenge('3000.00'), limit })).toBe(true);
    expect(ends({ code: 'BELOW_5_EUR', unpaidDutiesAndTaxes: tenge('3000.01'), limit })).toBe(false);
    expect(ends({ code: 'BELOW_5_EUR', unpaidDutiesAndTaxes: tenge('4000.00'), limit })).toBe(false);
  });

  it('comes by loss for foreign goods only, for Union goods where the procedure says so (R-PAY-240)', () => {
    const lost = { code: 'DESTROYED', documentsAccepted: true } as const;
    expect(ends(lost)).toBe(true);
    expect(ends({ ...lost, documentsAccepted: false })).toBe(false);
    expect(ends(lost, { goods: 'UNION', trigger: 'TRANSIT_UNION_GOODS_NOT_DELIVERED' })).toBe(false);
    expect(ends(lost, { goods: 'UNION', trigger: 'TEMPORARY_EXPORT_NOT_COMPLETED' })).toBe(true);
    expect(ends(lost, { goods: 'UNION', trigger: 'OUTSIDE_PROCESSING_BREACH' })).toBe(true);
  });

  it.each<Trigger>([
    'INSIDE_PROCESSING_BREACH',
    'OUTSIDE_PROCESSING_BREACH',
    'CONSUMPTION_PROCESSING_DUTY_BREACH',
    'TEMPORARY_IMPORT_BREACH',
  ])('does not come by completion of %s for what fell due before it (R-PAY-241)', (trigger) => {
    const completed = {
      code: 'OTHER_BY_CODE',
      circumstance: 'COMPLETED_BEFORE_DUE',
      on: '2025-12-01',
    } as const;
    expect(ends(completed, { trigger })).toBe(true);
    expect(ends(completed, { trigger, dueOn: '2025-12-15' })).toBe(true);
    expect(ends(completed, { trigger, dueOn: '2025-11-01' })).toBe(false);
  });

  it('comes by detention for every keeper of stored, warehoused and duty-free goods (R-PAY-243)', () => {
    const detained = { code: 'OTHER_BY_CODE', circumstance: 'DETAINED', on: '2025-12-01' } as const;
    const freed = TRIGGER_MATRIX.filter(({ trigger }) => ends(detained, { trigger })).map(
      ({ trigger }) => trigger,
    );
    expect(freed.sort()).toEqual([
      'CUSTOMS_WAREHOUSE_DECLARANT',
      'CUSTOMS_WAREHOUSE_OWNER',
      'DUTY_FREE_MISUSE_OR_LOSS',
      'STORAGE_BEFORE_WAREHOUSING',
      'STORAGE_IN_OTHER_PLACE',
      'STORAGE_IN_WAREHOUSE',
      'STORAGE_MISUSE_AT_RECIPIENT',
    ]);
  });

  it('comes at release for a relief without use limits, and leaves nothing contingent (R-PAY-230)', () => {
    expect(ends({ code: 'RELEASED_WITH_RELIEF_NO_LIMITS', reliefHasUseLimits: false })).toBe(true);
    expect(ends({ code: 'RELEASED_WITH_RELIEF_NO_LIMITS', reliefHasUseLimits: true })).toBe(false);
    const relief = { relievedSum: tenge('800000'), hasUseLimits: false, releasedOn: '2025-02-11' };
    expect(contingentOf(relief, calendar)).toEqual({
      state: 'ENDED',
      code: 'RELEASED_WITH_RELIEF_NO_LIMITS',
    });
  });

  it('keeps the condition of what is not payable and opens the row of its breach (R-PAY-246)', () => {
    const condition = 'goods stay under the customs warehouse procedure';
    const notPayable = {
      code: 'PROCEDURE_WITHOUT_PAYMENT',
      condition,
      onBreach: 'CUSTOMS_WAREHOUSE_DECLARANT',
    } as const;
    expect(triggerOfBrokenCondition(notPayable)).toBe('CUSTOMS_WAREHOUSE_DECLARANT');
    expect(
      triggerOfBrokenCondition({ code: 'UP_TO_200_EUR', condition: 'one sender, one recipient' }),
    ).toBeUndefined();
  });
});

describe('contingent liabilities (art. 301, 315.2(2))', () => {
  const relief = { relievedSum: tenge('800000'), hasUseLimits: true, releasedOn: '2025-02-11' };

  it('end five years from release unless another period is set (R-PAY-030)', () => {
    expect(contingentOf(relief, calendar)).toMatchObject({ state: 'CONTINGENT', endsOn: '2030-02-11' });
    const twoYears = { ...relief, period: { length: 2, unit: 'YEARS' } as const };
    expect(contingentOf(twoYears, calendar)).toMatchObject({ endsOn: '2027-02-11' });
  });

  it('end without payment when the period passes with no breach (R-PAY-031)', () => {
    expect(endContingent('2030-02-11', { because: 'LIMIT_PERIOD_OVER', on: '2030-02-12' }).accepted).toBe(
      true,
    );
    expect(endContingent('2030-02-11', { because: 'LIMIT_PERIOD_OVER', on: '2030-02-11' }).accepted).toBe(
      false,
    );
    expect(
      endContingent('2030-02-11', { because: 'LIMIT_PERIOD_OVER', on: '2030-02-12' }, '2028-01-05').accepted,
    ).toBe(false);
  });

  it('end at once by re-export, by acceptance or destruction only when documented inside the period, before any due date (R-PAY-032)', () => {
    const reExport = { because: 'RELEASED_FOR_RE_EXPORT', on: '2027-05-05' } as const;
    expect(endContingent('2030-02-11', reExport).accepted).toBe(true);
    expect(endContingent('2030-02-11', reExport, '2026-01-01').accepted).toBe(false);
    expect(endContingent('2030-02-11', { because: 'DESTROYED' }).accepted).toBe(false);
    expect(endContingent('2030-02-11', { because: 'DESTROYED', documentedOn: '2030-02-12' }).accepted).toBe(
      false,
    );
    expect(
      endContingent('2030-02-11', { because: 'ACCEPTED_BY_STATE', documentedOn: '2030-02-11' }).accepted,
    ).toBe(true);
  });

  it('carry the difference to the common tariff as contingent duty (R-PAY-231, F-25)', () => {
    expect(belowCommonTariff(new Exact('40000000'), new Exact(15), new Exact(5)).toString()).toBe(
      '4000000.00',
    );
  });

  it('fall due on an application that is complete and goes to the releasing body (R-PAY-063, R-PAY-064)', () => {
    const application = {
      applicant: 'DECLARANT',
      paymentDocument: 'order 17',
      declarationCopy: true,
      customsBody: '55302',
      registeredOn: '2025-06-04',
    } as const;
    const released = { releasedBy: '55302', relievedSum: tenge('800000') };
    const accepted = acceptOtherUse(application, released);
    expect(accepted).toEqual({
      accepted: true,
      events: [{ type: 'OtherUseAccepted', dueOn: '2025-06-04', amount: tenge('800000') }],
    });
    const codes = (changes: object) => {
      const decision = acceptOtherUse({ ...application, ...changes }, released);
      return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
    };
    expect(codes({ applicant: 'OTHER' })).toEqual(['CONDITIONAL_PAYMENT_INCOMPLETE']);
    expect(codes({ paymentDocument: undefined })).toEqual(['CONDITIONAL_PAYMENT_INCOMPLETE']);
    expect(codes({ declarationCopy: false, customsBody: '55001' })).toEqual([
      'CONDITIONAL_PAYMENT_INCOMPLETE',
      'WRONG_CUSTOMS_BODY',
    ]);
    expect(codes({ applicant: 'PERSON_WITH_POWER_OVER_GOODS' })).toEqual([]);
  });
});

describe('limitation (art. 132, F-12)', () => {
  const completed = { start: 'DECLARING_COMPLETED', startedOn: '2020-05-14' } as const;

  it.each<LimitationStart>([
    'DECLARING_COMPLETED',
    'MONEY_GUARANTEE_REGISTERED',
    'PRELIMINARY_DECISION_ADOPTED',
    'ESCORT_DECISION_ADOPTED',
  ])('runs five years from %s (R-PAY-076)', (start) => {
    expect(limitationEnd({ ...completed, start }, 5, calendar)).toEqual({ lastDay: '2025-05-14' });
  });

  it.each(LIMITED_ACTS)('refuses %s after its last day, not on it (R-PAY-075)', (act) => {
    const end = limitationEnd(completed, 5, calendar);
    expect(checkLimitation(act, '2025-05-14', end).accepted).toBe(true);
    expect(checkLimitation(act, '2025-05-15', end)).toMatchObject({
      reasons: [{ code: 'LIMITATION_EXPIRED' }],
    });
  });

  it('stays open for the control period and five years after it (R-PAY-077)', () => {
    const controlled = { ...completed, controlEndsOn: '2025-05-14' };
    expect(limitationEnd(controlled, 5, calendar)).toEqual({ lastDay: '2030-05-14' });
  });

  it('moves to the execution of a decision that was open when it ended, and not of one opened later (R-PAY-078)', () => {
    const dispute = { openedOn: '2025-04-01', executedOn: '2025-11-20' };
    expect(limitationEnd({ ...completed, disputes: [dispute] }, 5, calendar)).toEqual({
      lastDay: '2025-11-20',
    });
    expect(limitationEnd({ ...completed, disputes: [{ openedOn: '2025-04-01' }] }, 5, calendar)).toBe('OPEN');
    expect(limitationEnd({ ...completed, disputes: [{ openedOn: '2025-05-15' }] }, 5, calendar)).toEqual({
      lastDay: '2025-05-14',
    });
    expect(
      limitationEnd(
        { ...completed, disputes: [{ openedOn: '2024-01-05', executedOn: '2024-06-03' }] },
        5,
        calendar,
      ),
    ).toEqual({ lastDay: '2025-05-14' });
  });
});

describe('payers (art. 128)', () => {
  const named = (...args: Parameters<typeof payersOf>) => {
    const decision = payersOf(...args);
    return decision?.accepted ? decision.events[0] : decision?.reasons.map(({ code }) => code);
  };

  it('adds a representative to the liabilities of its operations, not to those of a condition broken later (R-PAY-055, R-PAY-056)', () => {
    const declarant = [{ part: 'DECLARANT', person: 'A' }] as const;
    expect(named('DOMESTIC_CONSUMPTION', declarant, { representative: 'R' })).toEqual({
      type: 'PayersNamed',
      payer: 'A',
      jointPayers: ['R'],
    });
    expect(named('CONSUMPTION_RELIEF_MISUSED', declarant, { representative: 'R' })).toMatchObject({
      payer: 'A',
      jointPayers: [],
    });
    expect(named('DOMESTIC_CONSUMPTION', [])).toEqual(['PAYER_NOT_NAMED']);
  });

  it('records joint payers, participants and buyers only with the finding that they knew (R-PAY-057, worked case 25)', () => {
    const transit = [
      { part: 'DECLARANT', person: 'A' },
      { part: 'TRANSIT_SECURITY_GIVER', person: 'G' },
    ] as const;
    expect(named('TRANSIT_FOREIGN_GOODS_NOT_DELIVERED', transit)).toMatchObject({
      payer: 'A',
      jointPayers: ['G'],
    });
    const held = [
      { part: 'DECLARANT', person: 'A' },
      { part: 'HOLDER_OF_TEMPORARY_IMPORT', person: 'H' },
    ] as const;
    expect(named('TEMPORARY_IMPORT_BREACH', held)).toMatchObject({ jointPayers: ['H'] });
    const moved = (knew?: boolean) =>
      [
        { part: 'ILLEGAL_MOVER', person: 'M' },
        { part: 'KNOWING_BUYER', person: 'B', knewOrShouldHaveKnown: knew },
      ] as const;
    expect(named('ILLEGAL_IMPORT', moved(true))).toMatchObject({ payer: 'M', jointPayers: ['B'] });
    expect(named('ILLEGAL_IMPORT', moved())).toEqual(['JOINT_PAYER_KNOWLEDGE_MISSING']);
  });

  it('names nobody between transit and storage unless goods are lost: then the carrier (R-PAY-242)', () => {
    const carrier = [{ part: 'CARRIER', person: 'C' }] as const;
    expect(payersOf('BETWEEN_TRANSIT_AND_STORAGE', carrier)).toBeUndefined();
    expect(named('BETWEEN_TRANSIT_AND_STORAGE', carrier, { goodsLost: true })).toMatchObject({ payer: 'C' });
  });

  it('records a postal operator that loses an item as the payer (R-PAY-245)', () => {
    expect(named('POSTAL_ITEM_LOST', [{ part: 'POSTAL_OPERATOR', person: 'P' }])).toMatchObject({
      payer: 'P',
    });
  });
});
