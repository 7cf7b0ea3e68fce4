import { type Decision, Money } from '@shekara/kernel';
import { executeOrder, returnOrder, type TreasuryOrder } from './treasury-order.js';

const refund: TreasuryOrder = {
  number: '55302/100326/Z000001',
  type: 'REFUND',
  status: 'ORDERED',
  amount: Money.ofTenge('700'),
};
const seven = Money.ofTenge('700');
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

describe("the Treasury's copy (art. 154.8)", () => {
  it('carries an order out once, in its exact sum (R-PAY-192)', () => {
    expect(executeOrder(refund, seven)).toMatchObject({ events: [{ first: true }] });
    expect(executeOrder({ ...refund, status: 'EXECUTED' }, seven)).toMatchObject({
      events: [{ first: false }],
    });
    expect(codes(executeOrder(refund, Money.ofTenge('699.99')))).toEqual(['TREASURY_ORDER_AMOUNT_DIFFERS']);
    expect(codes(executeOrder({ ...refund, status: 'RETURNED' }, seven))).toEqual([
      'TREASURY_ORDER_STATE_UNFIT',
    ]);
  });

  it('returns a refund before or after it was paid, an offset never', () => {
    expect(returnOrder(refund, seven)).toMatchObject({ events: [{ first: true, afterExecution: false }] });
    expect(returnOrder({ ...refund, status: 'EXECUTED' }, seven)).toMatchObject({
      events: [{ first: true, afterExecution: true }],
    });
    expect(returnOrder({ ...refund, status: 'RETURNED' }, seven)).toMatchObject({
      events: [{ first: false }],
    });
    expect(codes(returnOrder({ ...refund, type: 'OFFSET' }, seven))).toEqual(['TREASURY_ORDER_STATE_UNFIT']);
    expect(codes(returnOrder(refund, Money.ZERO))).toEqual(['TREASURY_ORDER_AMOUNT_DIFFERS']);
  });
});
