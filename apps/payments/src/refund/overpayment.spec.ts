import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import { planOffset } from '../offset/offset.js';
import {
  applyForConfirmation,
  type OverpaymentApplication,
  type OverpaymentFacts,
  overpaymentTermEnd,
} from './overpayment.js';
import {
  decideConfirmation,
  deliverConfirmation,
  evolveOverpayment,
  fileTaxApplication,
  lapseConfirmation,
  type Overpayment,
  type OverpaymentEvent,
  recordRefundReturned,
  recordTaxConclusion,
  recordTreasuryCopy,
} from './overpayment-lifecycle.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const application: OverpaymentApplication = {
  applicant: '980540000397',
  addressedTo: '55302',
  paidAs: 'OVERPAID',
  purpose: 'IMPORT_VAT',
  amount: tenge('1000'),
  overpaidOn: '2025-03-11',
  paidFor: 'DECLARATION',
  copies: ['PAYMENT_DOCUMENTS', 'DECLARATION'],
};
const facts: OverpaymentFacts = { payer: '980540000397', competentBody: '55302' };

function apply(changes: Partial<OverpaymentApplication> = {}, on = '2025-10-06', known = facts) {
  return applyForConfirmation({ ...application, ...changes }, known, on, calendar);
}

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

function after(overpayment: Overpayment | undefined, decision: Decision<OverpaymentEvent>): Overpayment {
  if (!decision.accepted) throw new Error(codesOf(decision).join(', '));
  let current = overpayment;
  for (const event of decision.events) current = evolveOverpayment(current, event);
  if (!current) throw new Error('no event');
  return current;
}

const registered = after(undefined, apply());
const confirmed = after(registered, decideConfirmation(registered, { act: 'A-1', overpaid: tenge('1000') }));
const delivered = after(confirmed, deliverConfirmation(confirmed, '2025-10-22', calendar));
const atTax = after(delivered, fileTaxApplication(delivered, '2025-11-13', calendar));

describe('application for confirmation of an overpayment (art. 154.2-4)', () => {
  it('may be made for five years, the last day included (R-PAY-187, worked case 22)', () => {
    const old = { overpaidOn: '2020-03-11' };
    expect(codesOf(apply(old, '2025-03-11'))).toEqual([]);
    expect(codesOf(apply(old, '2025-03-12'))).toEqual(['OVERPAYMENT_TOO_OLD']);
  });

  it('goes to the body that cleared the goods or gave the preliminary decision (R-PAY-186)', () => {
    expect(apply({ addressedTo: '55001' })).toMatchObject({
      reasons: [
        { code: 'WRONG_CUSTOMS_BODY', article: 'art. 154.2', parameters: { competentBody: '55302' } },
      ],
    });
  });

  it.each([
    ['DECLARATION', 'PAYMENT_DOCUMENTS, DECLARATION'],
    ['OTHER_CLEARANCE', 'PAYMENT_DOCUMENTS, OTHER_CLEARANCE_DOCUMENTS'],
    ['NOTHING_YET', 'PAYMENT_DOCUMENTS'],
  ] as const)('needs the copies for a payment for %s (R-PAY-188)', (paidFor, missing) => {
    expect(apply({ paidFor, copies: [] })).toMatchObject({
      reasons: [{ code: 'OVERPAYMENT_DOCS_MISSING', parameters: { missing } }],
    });
  });

  it('refuses with every reason at once (R-PAY-075)', () => {
    const decision = apply(
      {
        applicant: '050640001236',
        addressedTo: '55001',
        overpaidOn: '2019-01-10',
        copies: [],
        mistake: 'WRONG_KIND',
        amount: Money.ZERO,
      },
      '2025-10-06',
      { ...facts, limitation: { lastDay: '2025-10-03' } },
    );
    expect(codesOf(decision)).toEqual([
      'OVERPAYMENT_APPLICANT_NOT_PAYER',
      'WRONG_CUSTOMS_BODY',
      'OVERPAYMENT_TOO_OLD',
      'LIMITATION_EXPIRED',
      'OVERPAYMENT_DOCS_MISSING',
      'OVERPAYMENT_MISTAKE_UNNAMED',
      'NOTHING_TO_REFUND',
    ]);
  });

  it('names the mistake of a mistaken payment', () => {
    expect(codesOf(apply({ paidAs: 'MISTAKEN' }))).toEqual(['OVERPAYMENT_MISTAKE_UNNAMED']);
    expect(codesOf(apply({ paidAs: 'MISTAKEN', mistake: 'BANK_DUPLICATE' }))).toEqual([]);
  });
});

describe('from the confirmation to the Treasury (art. 154.4-8)', () => {
  it('is decided within 10 working days, on a reconciliation act (R-PAY-189, worked case 22)', () => {
    expect(apply()).toMatchObject({ events: [{ decideBy: { lastDay: '2025-10-20' } }] });
    expect(codesOf(decideConfirmation(registered, { act: ' ', overpaid: tenge('1000') }))).toEqual([
      'OVERPAYMENT_ACT_MISSING',
    ]);
    const none = decideConfirmation(registered, { act: 'A-1', overpaid: Money.ZERO });
    expect(none).toMatchObject({ events: [{ reasons: [{ code: 'OVERPAYMENT_NOT_FOUND' }] }] });
    expect(after(registered, none).status).toBe('REFUSED');
  });

  it('confirms what the act shows, at most what was claimed (R-PAY-189)', () => {
    const confirm = (shown: string) =>
      after(
        registered,
        decideConfirmation(registered, { act: 'A-1', overpaid: tenge(shown) }),
      ).confirmed.toString();
    expect(confirm('700')).toBe('700.00');
    expect(confirm('5000')).toBe('1000.00');
  });

  it('leaves 15 working days for the tax application; then the confirmation lapses (R-PAY-190, worked case 22)', () => {
    expect(overpaymentTermEnd('TAX_APPLICATION', '2025-10-22', calendar).lastDay).toBe('2025-11-13');
    expect(atTax.status).toBe('AT_TAX');
    expect(codesOf(fileTaxApplication(delivered, '2025-11-14', calendar))).toEqual(['TAX_APPLICATION_LATE']);
    expect(lapseConfirmation(delivered, '2025-11-13', calendar)).toBeUndefined();
    const lapse = lapseConfirmation(delivered, '2025-11-14', calendar);
    const lapsed = lapse ? evolveOverpayment(delivered, lapse) : delivered;
    expect(lapsed.status).toBe('LAPSED');
    expect(codesOf(fileTaxApplication(lapsed, '2025-11-14', calendar))).toEqual(['TAX_APPLICATION_LATE']);
    expect(lapseConfirmation(atTax, '2025-12-01', calendar)).toBeUndefined();
  });

  it('is refunded only by the tax authority and the Treasury, never from a confirmation alone (R-PAY-185)', () => {
    const conclusion = { reference: 'T-1', offset: tenge('300'), refund: tenge('700') };
    for (const state of [registered, confirmed, delivered]) {
      expect(codesOf(recordTaxConclusion(state, conclusion))).toContain('OVERPAYMENT_STATE_UNFIT');
      expect(codesOf(recordTreasuryCopy(state, '2025-12-01'))).toEqual(['OVERPAYMENT_STATE_UNFIT']);
    }
    expect(codesOf(recordTreasuryCopy(atTax, '2025-12-01'))).toEqual(['OVERPAYMENT_STATE_UNFIT']);
  });

  it.each([
    ['more than confirmed', '301', '700'],
    ['nothing', '0', '0'],
    ['a negative part', '-1', '700'],
  ])('refuses a conclusion on %s', (_, offset, refund) => {
    const conclusion = { reference: 'T-1', offset: tenge(offset), refund: tenge(refund) };
    expect(codesOf(recordTaxConclusion(atTax, conclusion))).toEqual(['REFUND_SUMS_CONTRADICT']);
  });

  it.each([
    ['300', '700', ['OffsetExecuted', 'RefundExecuted'], 'REFUNDED'],
    ['1000', '0', ['OffsetExecuted'], 'OFFSET'],
    ['0', '1000', ['RefundExecuted'], 'REFUNDED'],
  ])('executes an offset of %s and a refund of %s', (offset, refund, types, status) => {
    const conclusion = { reference: 'T-1', offset: tenge(offset), refund: tenge(refund) };
    const atTreasury = after(atTax, recordTaxConclusion(atTax, conclusion));
    const executed = recordTreasuryCopy(atTreasury, '2025-12-01');
    expect(executed).toMatchObject({ events: types.map((type) => ({ type })) });
    expect(after(atTreasury, executed).status).toBe(status);
  });

  it("is the payer's money again when the Treasury cannot pay it out; never before it was ordered", () => {
    const conclusion = { reference: 'T-1', offset: Money.ZERO, refund: tenge('700') };
    const atTreasury = after(atTax, recordTaxConclusion(atTax, conclusion));
    const returned = recordRefundReturned(atTreasury, '2025-12-01');
    expect(returned).toMatchObject({ events: [{ type: 'RefundReturned', amount: tenge('700') }] });
    expect(after(atTreasury, returned).status).toBe('RETURNED');
    expect(codesOf(recordRefundReturned(atTax, '2025-12-01'))).toEqual(['OVERPAYMENT_STATE_UNFIT']);
  });

  it('shows as refundable the confirmed sum less the debts (R-PAY-191)', () => {
    const debts = [
      { reference: 'N-1', kind: 'IMPORT_EXCISE', part: 'PRINCIPAL', amount: tenge('300') },
    ] as const;
    const plan = planOffset({ purpose: confirmed.purpose, amount: confirmed.confirmed }, debts, {
      importDutyMayBeOffset: false,
    });
    expect(plan.refundable.toString()).toBe('700.00');
  });
});
