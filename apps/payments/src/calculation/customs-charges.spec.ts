import { Money } from '@shekara/kernel';
import {
  askForCharge,
  checkEscortCharge,
  checkPreliminaryDecisionCharge,
  CUSTOMS_CHARGES,
} from './customs-charges.js';

const tenge = (text: string) => Money.ofTenge(text);
const outcome = (decision: ReturnType<typeof checkPreliminaryDecisionCharge>) =>
  decision.accepted ? 'PAID' : `${decision.reasons[0].code} ${decision.reasons[0].article}`;

describe('Customs charges', () => {
  it('are three, and a request for any other is refused (R-PAY-004)', () => {
    expect(CUSTOMS_CHARGES).toEqual(['CHARGE_DECLARATION', 'CHARGE_ESCORT', 'CHARGE_PRELIMINARY_DECISION']);
    for (const kind of CUSTOMS_CHARGES) expect(askForCharge(kind)).toMatchObject({ events: [{ kind }] });
    for (const other of ['CHARGE_STORAGE', 'CHARGE_EXAMINATION', 'IMPORT_VAT', '']) {
      expect(askForCharge(other)).toMatchObject({ reasons: [{ code: 'CHARGE_NOT_IN_LAW' }] });
    }
  });

  it('are not raised by entry in a register of customs businesses (R-PAY-017)', () => {
    for (const asked of ['CHARGE_REGISTER_ENTRY', 'CHARGE_CUSTOMS_REPRESENTATIVE', 'CHARGE_CARRIER']) {
      expect(askForCharge(asked)).toMatchObject({
        accepted: false,
        reasons: [{ code: 'CHARGE_NOT_IN_LAW' }],
      });
    }
  });

  it('for escort are paid after the decision and not later than the first day of escort (R-PAY-009)', () => {
    const days = { decidedOn: '2026-03-10', firstEscortDay: '2026-03-12' };
    const paid = (...on: string[]) =>
      outcome(
        checkEscortCharge(
          tenge('100'),
          days,
          on.map((day) => ({ on: day, amount: tenge('50') })),
        ),
      );
    expect(paid('2026-03-10', '2026-03-12')).toBe('PAID');
    expect(paid('2026-03-09', '2026-03-12')).toMatch(/^CHARGE_UNPAID .*120\.3/);
    expect(paid('2026-03-12', '2026-03-13')).toMatch(/^CHARGE_UNPAID/);
    expect(paid()).toMatch(/^CHARGE_UNPAID/);
  });

  it('for a preliminary decision are recorded before it is handed over (R-PAY-011)', () => {
    const recorded = (amount: string) => [{ on: '2026-03-10', amount: tenge(amount) }];
    expect(outcome(checkPreliminaryDecisionCharge(tenge('100'), []))).toMatch(/^CHARGE_UNPAID .*120\.4/);
    expect(outcome(checkPreliminaryDecisionCharge(tenge('100'), recorded('99.99')))).toMatch(
      /^CHARGE_UNPAID/,
    );
    expect(outcome(checkPreliminaryDecisionCharge(tenge('100'), recorded('100')))).toBe('PAID');
  });
});
