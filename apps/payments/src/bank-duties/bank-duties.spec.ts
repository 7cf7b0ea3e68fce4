import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import {
  acknowledgeMessage,
  answerCollection,
  type BankExecution,
  type BankMessage,
  type BankMessageEvent,
  evolve,
  recallMessage,
  refuseMessage,
  unanswered,
} from './bank-message.js';
import { acknowledgeBy, executeBy } from './answer-term.js';
import {
  type BankTransfer,
  latenessOf,
  latenessReports,
  type MoneyHandedOver,
  transferBy,
} from './transfer-term.js';

const calendar = standardCalendar();
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

describe('transfer of payments by banks (art. 139(3)-(5))', () => {
  const transfer = (changes: Partial<BankTransfer> = {}): BankTransfer => ({
    bank: 'HALYKKZ',
    reference: 'R-1',
    amount: Money.ofTenge('1000'),
    handedOver: { by: 'CASH_DEPOSITED', on: '2025-10-24' },
    ...changes,
  });

  it('is due Tue 28 October for cash of Fri 24; on Wed 29 it is reported late (R-PAY-104, worked case 5)', () => {
    expect(transferBy(transfer().handedOver, calendar).lastDay).toBe('2025-10-28');
    expect(latenessOf(transfer({ transferredOn: '2025-10-28' }), '2025-11-03', calendar)).toBeUndefined();
    expect(latenessOf(transfer({ transferredOn: '2025-10-29' }), '2025-11-03', calendar)).toMatchObject({
      daysLate: 1,
    });
  });

  it.each<[MoneyHandedOver, string]>([
    [{ by: 'CARD_DEBITED', on: '2025-10-22' }, '2025-10-23'],
    [{ by: 'ORDER_RECEIVED', on: '2025-10-22', fundsPresentOn: '2025-10-20' }, '2025-10-23'],
    [{ by: 'ORDER_RECEIVED', on: '2025-10-22', fundsPresentOn: '2025-10-24' }, '2025-10-28'],
  ])('measures %j against %s (R-PAY-104)', (handedOver, lastDay) => {
    expect(transferBy(handedOver, calendar).lastDay).toBe(lastDay);
  });

  it('reports what is late, sent or not, by bank (R-PAY-104)', () => {
    const transfers = [
      transfer({ reference: 'R-2', transferredOn: '2025-10-29' }),
      transfer({ reference: 'R-1' }),
      transfer({ bank: 'ALMATYKZ', transferredOn: '2025-10-31' }),
      transfer({ bank: 'PUNCTUALKZ', transferredOn: '2025-10-24' }),
    ];
    const reports = latenessReports(transfers, '2025-11-03', calendar);
    expect(
      reports.map(({ bank, late, total }) => [
        bank,
        total.toString(),
        late.map(({ transfer: t, daysLate }) => [t.reference, daysLate]),
      ]),
    ).toEqual([
      ['ALMATYKZ', '1000.00', [['R-1', 3]]],
      [
        'HALYKKZ',
        '2000.00',
        [
          ['R-1', 6],
          ['R-2', 1],
        ],
      ],
    ]);
    expect(latenessReports(transfers.slice(1, 2), '2025-10-28', calendar)).toEqual([]);
  });
});

describe('orders that a bank acknowledges and answers', () => {
  const message = (changes: Partial<BankMessage> = {}): BankMessage => ({
    id: 'M-1',
    kind: 'COLLECT',
    bank: 'HALYKKZ',
    orderId: 'O-1',
    amount: Money.ofTenge('1000'),
    sentAt: at('2025-10-10'),
    status: 'ISSUED',
    ...changes,
  });
  const received = { bank: 'HALYKKZ', receivedAt: at('2025-10-13', '10:00') };
  const answer = (changes: Partial<BankExecution> = {}): BankExecution => ({
    bank: 'HALYKKZ',
    result: 'EXECUTED',
    credited: Money.ofTenge('1000'),
    on: '2025-10-14',
    paymentDocument: 'PD-1',
    ...changes,
  });
  function after(one: BankMessage, decision: Decision<BankMessageEvent>): BankMessage {
    if (!decision.accepted) throw new Error(codes(decision).join());
    return [...decision.events].reduce<BankMessage>(evolve, one);
  }
  const acknowledged = after(message(), acknowledgeMessage(message(), received));

  it('puts a suspension in effect at the instant the bank received it (R-PAY-159)', () => {
    const decision = acknowledgeMessage(message({ kind: 'SUSPEND_ACCOUNTS' }), received);
    expect(decision.accepted && decision.events).toMatchObject([{ takesEffectAt: received.receivedAt }]);
  });

  it('takes the same receipt again without a second effect; refuses another bank or a receipt before sending', () => {
    expect(acknowledgeMessage(acknowledged, received)).toEqual({ accepted: true, events: [] });
    const wrong = { bank: 'KASPIKZ', receivedAt: at('2025-10-09') };
    expect(codes(acknowledgeMessage(message(), wrong))).toEqual([
      'BANK_MESSAGE_UNKNOWN',
      'BANK_DATES_CONTRADICT',
    ]);
    const later = { ...received, receivedAt: at('2025-10-14') };
    expect(codes(acknowledgeMessage(acknowledged, later))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
  });

  it.each(['EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED'] as const)(
    'is tracked to %s (R-PAY-181)',
    (result) => {
      const credited = result === 'EXECUTED' || result === 'PARTIAL' ? Money.ofTenge('1') : Money.ZERO;
      const answered = after(acknowledged, answerCollection(acknowledged, answer({ result, credited })));
      expect(answered.status).toBe(result);
      expect(unanswered([message(), acknowledged, answered])).toHaveLength(2);
      expect(codes(answerCollection(answered, answer()))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
    },
  );

  it('comes back unexecuted only with proof that its twin was executed (R-PAY-167)', () => {
    const returned = answer({ result: 'RETURNED', credited: Money.ZERO, paymentDocument: '' });
    expect(codes(answerCollection(acknowledged, returned))).toEqual(['BANK_PROOF_MISSING']);
  });

  it('is not answered before its receipt, by another bank, or with money where none came', () => {
    expect(codes(answerCollection(message(), answer({ bank: 'KASPIKZ', result: 'UNFILLED' })))).toEqual([
      'BANK_MESSAGE_UNKNOWN',
      'BANK_MESSAGE_STATE_UNFIT',
      'BANK_MESSAGE_STATE_UNFIT',
    ]);
    expect(codes(answerCollection(message({ kind: 'LIFT_SUSPENSION' }), answer()))).toEqual([
      'BANK_MESSAGE_UNKNOWN',
    ]);
  });

  it('is recalled while it is open; money that crossed with the recall is taken (art. 165.5)', () => {
    const recalled = after(acknowledged, recallMessage(acknowledged));
    expect(recalled.status).toBe('RECALLED');
    expect(after(recalled, answerCollection(recalled, answer())).status).toBe('EXECUTED');
    const nothingCame = answer({ result: 'UNFILLED', credited: Money.ZERO });
    expect(codes(answerCollection(recalled, nothingCame))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
    expect(codes(recallMessage(recalled))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
    expect(codes(recallMessage(message({ kind: 'LIFT_SUSPENSION' })))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
  });

  it('lifts a suspension that is in force (art. 162.5)', () => {
    const suspension = message({ kind: 'SUSPEND_ACCOUNTS' });
    const inForce = after(suspension, acknowledgeMessage(suspension, received));
    expect([inForce.status, after(inForce, recallMessage(inForce)).status]).toEqual(['EXECUTED', 'RECALLED']);
  });

  it('is refused by its bank with a code, once; another reason needs words', () => {
    const refusal = { bank: 'HALYKKZ', code: 'ACCOUNT_CLOSED', text: '' } as const;
    const refused = after(message(), refuseMessage(message(), refusal));
    expect(refused.status).toBe('REFUSED');
    expect(codes(refuseMessage(refused, refusal))).toEqual(['BANK_MESSAGE_STATE_UNFIT']);
    expect(codes(refuseMessage(message(), { ...refusal, code: 'OTHER' }))).toEqual(['BANK_PROOF_MISSING']);
  });

  it('is to be acknowledged, and a collection order executed, on the next working day: Mon 27 October is a day off (art. 139(3))', () => {
    expect(acknowledgeBy(at('2025-10-24'), calendar).lastDay).toBe('2025-10-28');
    expect(executeBy(at('2025-10-22'), calendar).lastDay).toBe('2025-10-23');
  });
});
