import { standardCalendar } from '@shekara/calendar';
import { type Decision, Exact, Money } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import {
  type DebtNotice,
  defaultNotice,
  deliverNotice,
  endSuspension,
  executeBy,
  mayIssueNotice,
  payNotice,
  recallNotice,
  sendNotice,
  suspendNotice,
} from './debt-notice.js';
import { executionEnd, executionTermAtIssue, noticeDueBy } from './execution-term.js';
import { type DebtOfKind, missingParts, type NoticeContent } from './notice-content.js';
import { debtsWithInterest, interestTable } from './notice-interest.js';
import { interestLeft } from './notice-payment.js';

const calendar = standardCalendar();
const { parameters } = loadReferenceData();
const tenge = (amount: string) => Money.ofTenge(amount);
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

/** Worked case 12: delivered by signature on Mon 15 Sep 2025. */
function notice(changes: Partial<DebtNotice> = {}): DebtNotice {
  return {
    status: 'DELIVERED',
    regime: 'CODE_2010',
    executionTerm: { length: 20, unit: 'CALENDAR_DAYS' },
    sentOn: '2025-09-12',
    deliveredOn: '2025-09-15',
    demanded: tenge('1000000'),
    appeals: [],
    ...changes,
  };
}

const content: NoticeContent = {
  payerNumber: '980540000397',
  payerName: 'Stanok TOO',
  payerAddress: 'Almaty, Abay 1',
  noticeDate: '2025-09-12',
  customsBody: '55302',
  debts: [{ kind: 'IMPORT_VAT', principal: tenge('1000000'), penaltyInterest: tenge('6849.32') }],
  demand: 'Pay the debt within the term of this notice.',
  reasonCode: 'DEBT_ON_ACCOUNT',
  reasonText: 'VAT of declaration 55302/020925/0000001 was not paid.',
  interestProcedure: 'art. 158.2',
  appealProcedure: 'Within 20 calendar days to this or the higher body.',
  amendmentNeeded: false,
};

describe('issuing a debt notice (art. 157.6, 159)', () => {
  const found = [{ kind: 'IMPORT_VAT', unpaid: tenge('3000.01'), dueOn: '2025-09-02' }] as const;
  const limit = new Exact(3000);

  it('is refused after limitation and for an ended obligation (R-PAY-148)', () => {
    const end = { lastDay: '2025-05-14' };
    expect(codes(mayIssueNotice(found, end, limit, '2025-05-14'))).toEqual([]);
    expect(codes(mayIssueNotice(found, end, limit, '2025-05-15'))).toEqual(['LIMITATION_EXPIRED']);
    expect(codes(mayIssueNotice([{ ...found[0], unpaid: Money.ZERO }], 'OPEN', limit, '2025-09-10'))).toEqual(
      ['OBLIGATION_ENDED'],
    );
  });

  it('opens no notice for duties and taxes of at most EUR 5 in total, but for a charge of less (R-PAY-069, R-PAY-018)', () => {
    const small = { ...found[0], unpaid: tenge('3000.00') };
    const charge = { ...small, kind: 'CHARGE_DECLARATION' } as const;
    expect(codes(mayIssueNotice([small], 'OPEN', limit, '2025-09-10'))).toEqual(['OBLIGATION_ENDED']);
    expect(codes(mayIssueNotice([small, small], 'OPEN', limit, '2025-09-10'))).toEqual([]);
    expect(codes(mayIssueNotice([charge], 'OPEN', limit, '2025-09-10'))).toEqual([]);
  });

  it('goes out 5 working days after the act, 2 after the debt is seen on the account, with the act after a cameral inspection (R-PAY-140)', () => {
    const on = '2025-10-24';
    expect(
      noticeDueBy({ occasion: 'INSPECTION_ACT_DELIVERED', on, regime: 'CODE_2010' }, calendar).lastDay,
    ).toBe('2025-11-03');
    expect(noticeDueBy({ occasion: 'DEBT_ON_ACCOUNT', on }, calendar).lastDay).toBe('2025-10-29');
    expect(
      noticeDueBy({ occasion: 'INSPECTION_ACT_DELIVERED', on, regime: 'CODE_2017_CAMERAL' }, calendar)
        .lastDay,
    ).toBe(on);
  });

  it('is not signed while any part of art. 159.4 is missing, each named (R-PAY-141)', () => {
    const draft = notice({ status: 'DRAFT', sentOn: undefined, deliveredOn: undefined });
    expect(sendNotice(draft, content, '2025-09-12').accepted).toBe(true);
    const texts = [
      'payerName',
      'payerAddress',
      'noticeDate',
      'customsBody',
      'demand',
      'reasonText',
      'interestProcedure',
      'appealProcedure',
    ] as const;
    for (const field of texts) {
      expect(missingParts({ ...content, [field]: '' }).map(({ pointer }) => pointer)).toEqual([`/${field}`]);
    }
    expect(missingParts({ ...content, debts: [] }).map(({ pointer }) => pointer)).toEqual(['/debts']);
    expect(missingParts({ ...content, amendmentNeeded: true, amendBy: '2025-10-01' })).toHaveLength(1);
    expect(codes(sendNotice(draft, { ...content, demand: ' ', payerAddress: '' }, '2025-09-12'))).toEqual([
      'NOTICE_FIELD_MISSING',
      'NOTICE_FIELD_MISSING',
    ]);
    expect(codes(sendNotice(notice(), content, '2025-09-12'))).toEqual(['NOTICE_STATE_UNFIT']);
  });

  it('shows principal and interest by kind with the table of its calculation', () => {
    const rates = {
      refinancingPercent: () => new Exact(10),
      multiplier: () => new Exact('2.5'),
      daysOfYear: () => 365,
    };
    const late = [{ kind: 'IMPORT_VAT', unpaid: tenge('1000000'), dueOn: '2025-09-02' }] as const;
    expect(debtsWithInterest(late, '2025-09-16', rates)[0]).toMatchObject({
      principal: tenge('1000000'),
      penaltyInterest: tenge('9589.04'),
    });
    expect(interestTable(late, '2025-09-16', rates)).toBe(
      'IMPORT_VAT 2025-09-03 - 2025-09-16: 1000000.00 x 10 % x 2.5 / 365 x 14\nIMPORT_VAT: 9589.04',
    );
  });
});

describe('delivery and the term of execution (art. 160)', () => {
  const proof = { method: 'REGISTERED_MAIL', deliveredOn: '2025-09-15', evidence: 'RR123456789KZ' } as const;
  const sent = notice({ status: 'SENT', deliveredOn: undefined });

  it('counts from the date of the record; without proof there is no clock (R-PAY-143)', () => {
    expect(deliverNotice(sent, proof, '2025-09-20')).toMatchObject({
      events: [{ deliveredOn: '2025-09-15' }],
    });
    expect(codes(deliverNotice(sent, { ...proof, evidence: '' }, '2025-09-20'))).toEqual([
      'DELIVERY_EVIDENCE_MISSING',
    ]);
    expect(codes(deliverNotice(sent, { ...proof, deliveredOn: '2025-09-11' }, '2025-09-20'))).toEqual([
      'NOTICE_DATES_CONTRADICT',
    ]);
    expect(codes(deliverNotice(sent, { ...proof, deliveredOn: '2025-09-21' }, '2025-09-20'))).toEqual([
      'NOTICE_DATES_CONTRADICT',
    ]);
    expect(() => executeBy(sent, calendar)).toThrow(RangeError);
  });

  it('is 20 calendar days from the day after delivery, for cameral notices 30 working days (R-PAY-144, worked cases 12 and 13)', () => {
    const end = (regime: 'CODE_2010' | 'CODE_2017_CAMERAL') =>
      executionEnd(executionTermAtIssue(regime, parameters, '2025-09-12'), '2025-09-15', [], calendar);
    expect(end('CODE_2010')).toMatchObject({ lastDay: '2025-10-06', shiftedFrom: '2025-10-05' });
    expect(end('CODE_2017_CAMERAL')?.lastDay).toBe('2025-10-28');
  });

  it('keeps the term fixed at issue, whatever the parameters say later (R-PAY-150)', () => {
    const issuedLonger = notice({ executionTerm: { length: 30, unit: 'CALENDAR_DAYS' } });
    expect(executeBy(issuedLonger, calendar).undisputed?.lastDay).toBe('2025-10-15');
    expect(executeBy(notice(), calendar).undisputed?.lastDay).toBe('2025-10-06');
  });

  it('gives a new notice its own term on its own delivery (R-PAY-147)', () => {
    const renewed = notice({ sentOn: '2025-11-11', deliveredOn: '2025-11-12' });
    expect(executeBy(renewed, calendar).undisputed?.lastDay).toBe('2025-12-02');
  });

  it('leaves out submission day to decision day after a suspension, then moves off a non-working day (R-PAY-151, worked case 14)', () => {
    const pending = notice({
      status: 'SUSPENDED',
      appeals: [{ submittedOn: '2025-09-26', disputed: tenge('1000000') }],
    });
    expect(executeBy(pending, calendar).disputed).toBeUndefined();
    const decided = notice({
      appeals: [{ submittedOn: '2025-09-26', disputed: tenge('1000000'), decidedOn: '2025-10-28' }],
    });
    expect(executeBy(decided, calendar).disputed?.lastDay).toBe('2025-11-07');
  });
});

describe('appeal, recall, payment and default (art. 159.5-6, 161.1, 179.3, 182)', () => {
  const appeal = { submittedOn: '2025-09-26', disputed: tenge('400000') };

  it('suspends the disputed part only; the rest keeps its clock and defaults alone (R-PAY-221)', () => {
    expect(suspendNotice(notice(), appeal, calendar).accepted).toBe(true);
    const suspended = notice({ status: 'SUSPENDED', appeals: [appeal] });
    expect(executeBy(suspended, calendar).undisputed?.lastDay).toBe('2025-10-06');
    expect(defaultNotice(suspended, 'UNDISPUTED')).toEqual({
      type: 'NoticeDefaulted',
      amount: tenge('600000'),
      whole: false,
    });
    const resumed = notice({ appeals: [{ ...appeal, decidedOn: '2025-10-28' }] });
    expect(defaultNotice(resumed, 'UNDISPUTED')).toMatchObject({ amount: tenge('600000'), whole: false });
    expect(defaultNotice(resumed, 'EVERYTHING')).toMatchObject({ amount: tenge('1000000'), whole: true });
    const all = notice({ status: 'SUSPENDED', appeals: [{ ...appeal, disputed: tenge('1000000') }] });
    expect(defaultNotice(all, 'UNDISPUTED')).toBeUndefined();
  });

  it('is refused on a sum that the notice does not demand, out of term or out of state', () => {
    expect(codes(suspendNotice(notice(), { ...appeal, disputed: tenge('1000000.01') }, calendar))).toEqual([
      'DISPUTED_SUM_UNFIT',
    ]);
    expect(codes(suspendNotice(notice(), { ...appeal, disputed: Money.ZERO }, calendar))).toEqual([
      'DISPUTED_SUM_UNFIT',
    ]);
    expect(codes(suspendNotice(notice(), { ...appeal, submittedOn: '2025-10-07' }, calendar))).toEqual([
      'NOTICE_TERM_OVER',
    ]);
    expect(codes(suspendNotice(notice(), { ...appeal, submittedOn: '2025-10-06' }, calendar))).toEqual([]);
    expect(codes(suspendNotice(notice({ status: 'DEFAULTED' }), appeal, calendar))).toEqual([
      'NOTICE_STATE_UNFIT',
    ]);
  });

  it('resumes by dismissal and by an appeal not considered', () => {
    const suspended = notice({ status: 'SUSPENDED', appeals: [appeal] });
    for (const outcome of ['NOTICE_UNCHANGED', 'NOT_CONSIDERED'] as const) {
      expect(endSuspension(suspended, outcome, '2025-10-28')).toMatchObject({
        events: [{ type: 'NoticeResumed' }],
      });
    }
    expect(codes(endSuspension(suspended, 'NOTICE_UNCHANGED', '2025-09-25'))).toEqual([
      'NOTICE_DATES_CONTRADICT',
    ]);
  });

  it('withdraws in 5 working days after full cancellation, replaces in 10 after a partial one (R-PAY-222, worked case 17)', () => {
    const suspended = notice({ status: 'SUSPENDED', appeals: [appeal] });
    expect(endSuspension(suspended, 'NOTICE_CANCELLED', '2025-10-28')).toMatchObject({
      events: [{ type: 'NoticeToWithdraw', newNotice: false }],
    });
    expect(endSuspension(suspended, 'NOTICE_PART_CANCELLED', '2025-10-28')).toMatchObject({
      events: [{ newNotice: true }],
    });
    expect(noticeDueBy({ occasion: 'CANCELLED_IN_FULL', on: '2025-10-28' }, calendar).lastDay).toBe(
      '2025-11-04',
    );
    expect(noticeDueBy({ occasion: 'CANCELLED_IN_PART', on: '2025-10-28' }, calendar).lastDay).toBe(
      '2025-11-11',
    );
  });

  it('is recalled while it is out, never when it is closed, and in 5 working days of a proven change (R-PAY-146)', () => {
    expect(codes(recallNotice(notice()))).toEqual([]);
    for (const status of ['DRAFT', 'EXECUTED', 'REPLACED', 'WITHDRAWN'] as const) {
      expect(codes(recallNotice(notice({ status })))).toEqual(['NOTICE_STATE_UNFIT']);
    }
    expect(noticeDueBy({ occasion: 'CHANGE_PROVEN', on: '2025-10-24' }, calendar).lastDay).toBe('2025-11-03');
  });

  it('calls for an additional notice when the principal is paid without the interest since registration (R-PAY-145, R-PAY-152)', () => {
    const debt = (penaltyInterest: string): DebtOfKind => ({
      kind: 'IMPORT_VAT',
      principal: tenge('1000000'),
      penaltyInterest: tenge(penaltyInterest),
    });
    const afterShown = interestLeft([debt('6849.32')], [debt('9589.04')], tenge('6849.32'));
    expect(afterShown.left.toString()).toBe('2739.72');
    expect(afterShown.toClaim).toEqual([
      { kind: 'IMPORT_VAT', principal: Money.ZERO, penaltyInterest: tenge('2739.72') },
    ]);
    const nothingPaid = interestLeft([debt('6849.32')], [debt('9589.04')], Money.ZERO);
    expect([nothingPaid.left.toString(), nothingPaid.toClaim[0]?.penaltyInterest.toString()]).toEqual([
      '9589.04',
      '2739.72',
    ]);
    expect(interestLeft([debt('6849.32')], [debt('9589.04')], tenge('9589.04'))).toEqual({
      left: Money.ZERO,
      toClaim: [],
    });
    expect(payNotice(notice(), { principalLeft: Money.ZERO, interestLeft: afterShown.left })).toMatchObject({
      events: [{ type: 'AdditionalNoticeDue' }],
    });
    expect(payNotice(notice(), { principalLeft: Money.ZERO, interestLeft: Money.ZERO })).toMatchObject({
      events: [{ type: 'NoticeExecuted' }],
    });
    expect(codes(payNotice(notice(), { principalLeft: tenge('0.01'), interestLeft: Money.ZERO }))).toEqual([
      'PAYMENT_BELOW_DEBT',
    ]);
  });
});
