import { Money } from '@shekara/kernel';
import {
  closeAfterLimitation,
  closeEndedObligation,
  pauseDisputed,
  recordPayment,
  resumeDisputed,
} from './case-end.js';
import {
  answered,
  apply,
  calendar,
  codes,
  defaulted,
  events,
  given,
  on,
  order,
  type Step,
  suspended,
  tenge,
  stageFour,
  stageTwo,
} from '../collection.fixture.js';
import { addPenaltyInterest } from './running-interest.js';
import { liftSecuringMeasure, overdueLifts, takeSecuringMeasure } from '../securing/securing-measures.js';

describe('payment, appeal, limitation', () => {
  it('lifts every restriction within 1 working day after the debt is paid, alerts when not (R-PAY-161)', () => {
    const one = given(...stageFour);
    const paid = recordPayment(one, tenge('600000'), '2025-10-24', calendar);
    expect(events(paid)[1]).toMatchObject({
      ground: 'PAID',
      lift: ['B-1', 'K-1', 'P-1'].map((document) => ({ document, by: { lastDay: '2025-10-28' } })),
    });
    const closed = apply(one, paid);
    expect(overdueLifts(closed, '2025-10-24', '2025-10-28', calendar)).toEqual([]);
    const lifted = apply(closed, liftSecuringMeasure(closed, 'B-1', '2025-10-28'));
    expect(
      overdueLifts(lifted, '2025-10-24', '2025-10-29', calendar).map(({ document }) => document),
    ).toEqual(['K-1', 'P-1']);
    expect(codes(liftSecuringMeasure(lifted, 'B-1', '2025-10-29'))).toEqual([
      'SECURING_MEASURE_NOT_IN_FORCE',
    ]);
  });

  it('recalls open orders when paid; what a bank still sends is over-collected (R-PAY-204)', () => {
    const one = given(...stageFour, order());
    const paid = recordPayment(one, tenge('600000'), on, calendar);
    expect(events(paid)[1]).toMatchObject({ recall: ['O-1'] });
    expect(events(answered('600000')(apply(one, paid)))).toMatchObject([
      { credited: Money.ZERO, overCollected: tenge('600000') },
    ]);
  });

  it('adds penalty interest in every stage, under appeal too: it is outside the order (R-PAY-155)', () => {
    for (const one of [
      given(defaulted),
      given(...stageFour),
      given(defaulted, (x) => pauseDisputed(x, tenge('1'))),
    ]) {
      expect(apply(one, addPenaltyInterest(one, tenge('0.01'))).debt.toString()).toBe(
        one.debt.plus(tenge('0.01')).toString(),
      );
    }
  });

  it('pauses the disputed part only: the rest is collected on', () => {
    const appealed = given(...stageFour, (one) => pauseDisputed(one, tenge('200000')));
    expect(codes(order('O-1', '400000')(appealed))).toEqual([]);
    expect(codes(order('O-1', '400000.01')(appealed))).toEqual(['NOTICE_SUSPENDED_BY_APPEAL']);
    expect(codes(order('O-1', '600000.01')(appealed))).toEqual(['COLLECTION_ABOVE_DEBT']);
    expect(codes(order()(apply(appealed, resumeDisputed(appealed))))).toEqual([]);
    expect(codes(pauseDisputed(appealed, tenge('400000.01')))).toEqual(['DISPUTED_SUM_UNFIT']);
  });

  it('refuses every new act after limitation and closes the case; nothing to collect after an end (R-PAY-075)', () => {
    const late: Step = (one) =>
      takeSecuringMeasure(one, { measure: 'S3_BANK_SUSPENSION', document: 'B', on: '2030-09-03' });
    expect(codes(late(given(...stageTwo)))).toEqual(['LIMITATION_EXPIRED']);
    expect(closeAfterLimitation(given(...stageTwo), '2030-09-02', calendar)).toBeUndefined();
    expect(closeAfterLimitation(given(...stageTwo), '2030-09-03', calendar)).toMatchObject({
      ground: 'LIMITATION_EXPIRED',
    });
    const ended = given(...stageTwo, (one) => closeEndedObligation(one, on, calendar));
    expect(codes(suspended(ended))).toEqual(['COLLECTION_OVER']);
  });
});
