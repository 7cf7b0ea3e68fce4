import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import fc from 'fast-check';
import { claimOf, type ClaimedGround } from './refund-claim.js';
import type { RefundClaim } from './refund-ground.js';
import { type MoneyApplied, type PaidKind, type RefundableSum, refundableSum } from './refundable-sum.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);

const withdrawn: PaidKind = {
  paid: tenge('520000'),
  payable: tenge('520000'),
  released: false,
  reversed: true,
};
const released: PaidKind = { ...withdrawn, released: true, reversed: false };

function claimed(said: ClaimedGround, state = released): RefundClaim {
  const claim = claimOf(said, state);
  if ('missing' in claim) throw new Error(`${claim.missing} is missing`);
  return claim;
}

function sum(applied: Partial<MoneyApplied>): Decision<RefundableSum> {
  return refundableSum({ purpose: 'IMPORT_DUTY', onAccount: Money.ZERO, ...applied }, calendar);
}

function shown(decision: Decision<RefundableSum>) {
  return decision.accepted
    ? decision.events.map(({ place, amount }) => [place, amount.toString()])
    : decision.reasons.map(({ code, parameters }) => [code, parameters.condition ?? parameters.kind ?? '']);
}

describe('what the ledger lets be confirmed (art. 153.1, 155)', () => {
  it('returns the duty and the VAT of a withdrawn declaration from the account and keeps its charge (R-PAY-012, R-PAY-205, worked case 23)', () => {
    const claim = claimed({ ground: 'DECLARATION_WITHDRAWN' }, withdrawn);
    const onAccount = tenge('1300000');
    expect(shown(sum({ claim, onAccount, declaration: withdrawn }))).toEqual([['ON_ACCOUNT', '520000.00']]);
    const vat = { ...withdrawn, paid: tenge('686400'), payable: tenge('686400') };
    expect(shown(sum({ purpose: 'IMPORT_VAT', claim, onAccount, declaration: vat }))).toEqual([
      ['ON_ACCOUNT', '686400.00'],
    ]);
    const charge = { ...withdrawn, paid: tenge('20000'), payable: tenge('20000') };
    expect(shown(sum({ purpose: 'CHARGE_DECLARATION', claim, onAccount, declaration: charge }))).toEqual([
      ['FEE_NOT_REFUNDABLE', 'CHARGE_DECLARATION'],
    ]);
  });

  it('cannot withdraw what is released (R-PAY-205, worked case 23)', () => {
    const claim = claimed({ ground: 'DECLARATION_WITHDRAWN' }, released);
    expect(shown(sum({ claim, declaration: released }))).toEqual([
      ['REFUND_CONDITION_UNMET', 'WITHDRAWAL_NOT_PERMITTED'],
      ['REFUND_CONDITION_UNMET', 'FOREIGN_GOODS_RELEASED'],
    ]);
  });

  it('takes the excess over what stays payable of released goods from the budget (R-PAY-204)', () => {
    const claim = claimed({ ground: 'OVERPAID' });
    const lowered = sum({ claim, declaration: released, staysPayable: tenge('400000') });
    expect(shown(lowered)).toEqual([['IN_BUDGET', '120000.00']]);
    expect(shown(sum({ claim, declaration: released }))).toEqual([['NOTHING_TO_REFUND', 'IMPORT_DUTY']]);
  });

  it('returns a charge that was not due as a mistake, whatever is said of a due one (R-PAY-012, R-PAY-013)', () => {
    const purpose = 'CHARGE_DECLARATION';
    const due = { purpose, declaration: released, staysPayable: Money.ZERO } as const;
    expect(shown(sum({ ...due, claim: claimed({ ground: 'OVERPAID' }) }))).toEqual([
      ['FEE_NOT_REFUNDABLE', purpose],
    ]);
    const mistake = claimed({ ground: 'MISTAKEN', mistake: 'PAID_FOR_EXEMPT_GOODS' });
    expect(shown(sum({ ...due, claim: mistake }))).toEqual([['IN_BUDGET', '520000.00']]);
  });

  it.each([
    ['RE_IMPORT', 'EXPORT_DUTY', 'R-PAY-194'],
    ['FAULTY_RE_EXPORT', 'IMPORT_DUTY', 'R-PAY-195'],
  ] as const)('returns everything paid on %s of %s (%s)', (procedure, purpose, _rule) => {
    const days = { countsFrom: '2025-09-01', arisenOn: '2025-12-01', exportedOn: '2025-12-10' };
    const claim = claimed({ ground: 'PROCEDURE_REFUND', procedure, ...days });
    const decision = sum({ purpose, claim, declaration: released, staysPayable: tenge('1') });
    expect(shown(decision)).toEqual([['IN_BUDGET', '520000.00']]);
  });

  it('waits while the declaration is open, and needs one for the grounds of a procedure', () => {
    const claim = claimed({ ground: 'CONCESSION_AS_REFUND', provided: true });
    const open = { ...released, released: false };
    expect(shown(sum({ claim, declaration: open, staysPayable: Money.ZERO }))).toEqual([
      ['REFUND_CONDITION_UNMET', 'DECLARATION_OPEN'],
    ]);
    expect(shown(sum({ claim }))).toEqual([['REFUND_CONDITION_UNMET', 'DECLARATION_UNNAMED']]);
    expect(shown(sum({ purpose: 'ADVANCE', declaration: released }))).toEqual([
      ['REFUND_CONDITION_UNMET', 'KIND_AND_GROUND_UNNAMED'],
    ]);
  });

  it('names the fact that a ground needs and nobody gave', () => {
    expect(claimOf({ ground: 'MISTAKEN', mistake: 'NO_SUCH' }, undefined)).toEqual({ missing: 'mistake' });
    expect(claimOf({ ground: 'PROCEDURE_REFUND' }, released)).toEqual({ missing: 'procedure' });
    expect(claimOf({ ground: 'PROCEDURE_CHANGED_LOWER', changedFrom: '40' }, released)).toEqual({
      missing: 'changedTo',
    });
    expect(claimOf({ ground: 'ORIGIN_REGIME_RESTORED', arisenOn: '2025-12-01' }, released)).toEqual({
      missing: 'countsFrom',
    });
  });

  it('never confirms more than was paid, nor more than the account holds (R-PAY-204)', () => {
    const money = fc.bigInt(0n, 10n ** 12n).map((tiyn) => Money.ofTiyn(tiyn));
    const grounds = fc.constantFrom<ClaimedGround[]>(
      { ground: 'OVERPAID' },
      { ground: 'CONCESSION_AS_REFUND', provided: true },
      { ground: 'DECLARATION_WITHDRAWN' },
      { ground: 'TRANSIT_COMPLETED_LATE', arisenOn: '2025-12-01' },
    );
    fc.assert(
      fc.property(
        grounds,
        money,
        money,
        money,
        fc.boolean(),
        (said, paid, staysPayable, onAccount, wasReleased) => {
          const declaration = { paid, payable: paid, released: wasReleased, reversed: !wasReleased };
          const decision = sum({ claim: claimed(said, declaration), declaration, onAccount, staysPayable });
          if (!decision.accepted) return;
          for (const { place, amount } of decision.events) {
            expect(amount.isNegative()).toBe(false);
            expect(amount.compare(paid)).toBeLessThanOrEqual(0);
            expect(place).toBe(wasReleased ? 'IN_BUDGET' : 'ON_ACCOUNT');
            if (!wasReleased) expect(amount.compare(onAccount)).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });
});
