import { standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { PAYER_ENTRY_REDUCTIONS } from '../ledger/payer-entry.js';
import { bookedAt } from '../obligation/booking-body.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { type DebtToEnter, enterDebt, lowerDebt, payDebt } from './customs-debt.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const found = (changes: Partial<DebtToEnter> = {}): DebtToEnter => ({
  row: rowOf('DOMESTIC_CONSUMPTION'),
  facts: { days: { REGISTRATION: '2026-03-01', RELEASE: '2026-03-02' } },
  sums: [{ kind: 'IMPORT_VAT', amount: tenge('1000') }],
  origin: { origin: 'RELEASE', releasedBy: '55302' },
  customsBody: '55302',
  ...changes,
});
const entered = (debt: DebtToEnter, limit = '2031-03-01', today = '2026-03-10') =>
  enterDebt(debt, { lastDay: limit }, today, calendar);
const codes = (decision: ReturnType<typeof entered>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

describe('A debt that customs enters', () => {
  it('falls due by its row of the matrix: before release, on the day of misuse, on the last day of a term (R-PAY-062, R-PAY-065, R-PAY-066)', () => {
    const dueOn = (debt: DebtToEnter) => {
      const decision = entered(debt);
      return decision.accepted ? decision.events.flatMap(({ sums }) => sums.map((sum) => sum.dueOn)) : [];
    };
    expect(dueOn(found())).toEqual(['2026-03-02']);
    const misused = rowOf('CONSUMPTION_RELIEF_MISUSED');
    expect(
      dueOn(found({ row: misused, facts: { days: { REGISTRATION: '2025-01-09', MISUSE: '2026-02-01' } } })),
    ).toEqual(['2026-02-01']);
    expect(dueOn(found({ row: misused, facts: { days: { REGISTRATION: '2025-01-09' } } }))).toEqual([
      '2025-01-09',
    ]);
    const lateFiling = rowOf('LATE_DECLARATION');
    expect(
      dueOn(found({ row: lateFiling, facts: { days: { DECLARATION_TERM_END: '2026-02-20' } } })),
    ).toEqual(['2026-02-20']);
  });

  it('gives the declaration charge the day of the breach, else of registration (R-PAY-007)', () => {
    const charge = { kind: 'CHARGE_DECLARATION' as const, amount: tenge('20000') };
    const row = rowOf('CONSUMPTION_RELIEF_MISUSED');
    const days = { REGISTRATION: '2025-01-09', MISUSE: '2026-02-01' };
    const known = entered(found({ row, facts: { days }, sums: [charge] }));
    expect(known).toMatchObject({ events: [{ sums: [{ dueOn: '2026-02-01' }] }] });
    const unknown = entered(found({ row, facts: { days: { REGISTRATION: '2025-01-09' } }, sums: [charge] }));
    expect(unknown).toMatchObject({ events: [{ sums: [{ dueOn: '2025-01-09' }] }] });
  });

  it('is refused without a due day, by treaty rules, at another body and after limitation (R-PAY-070, R-PAY-075)', () => {
    const waiting = entered(found({ facts: { days: { REGISTRATION: '2026-03-01' } } }));
    expect(codes(waiting)).toEqual(['DEBT_DUE_DAY_UNKNOWN']);
    expect(waiting).toMatchObject({ reasons: [{ parameters: { waitsFor: 'RELEASE' } }] });
    expect(codes(entered(found({ row: rowOf('FREE_ZONE_OR_FREE_WAREHOUSE') })))).toEqual([
      'DEBT_BY_TREATY_RULES',
    ]);
    expect(codes(entered(found({ customsBody: '55001' })))).toEqual(['DEBT_AT_OTHER_BODY']);
    expect(codes(entered(found(), '2026-03-09'))).toEqual(['LIMITATION_EXPIRED']);
    expect(codes(entered(found(), '2026-03-10'))).toEqual([]);
  });

  it('needs the cause where the due day depends on it', () => {
    const row = rowOf('INSIDE_PROCESSING_BREACH');
    const days = { LOSS_OR_HAND_OVER: '2026-02-03', PERIOD_END: '2026-02-20' };
    expect(codes(entered(found({ row, facts: { days } })))).toEqual(['DEBT_DUE_DAY_UNKNOWN']);
    expect(entered(found({ row, facts: { days, cause: 'LOST_OR_HANDED_OVER' } }))).toMatchObject({
      events: [{ sums: [{ dueOn: '2026-02-03' }] }],
    });
  });
});

describe('Where payments are booked', () => {
  it('is the body of release, or the one that found illegal movement; transit goes by its own rule, charges too (R-PAY-015, R-PAY-095)', () => {
    expect(bookedAt({ origin: 'RELEASE', releasedBy: '55302' })).toEqual({
      at: 'CUSTOMS_BODY',
      customsBody: '55302',
    });
    expect(bookedAt({ origin: 'ILLEGAL_MOVEMENT', foundBy: '55001' })).toEqual({
      at: 'CUSTOMS_BODY',
      customsBody: '55001',
    });
    expect(bookedAt({ origin: 'TRANSIT', releasedBy: '55302' })).toEqual({
      at: 'CUSTOMS_BODY',
      customsBody: '55302',
    });
    expect(bookedAt({ origin: 'TRANSIT', releasedBy: '55302', foundIn: 'KZ' })).toEqual({
      at: 'CUSTOMS_BODY',
      customsBody: '55302',
    });
    expect(bookedAt({ origin: 'TRANSIT', releasedBy: '55302', foundIn: 'RU' })).toEqual({
      at: 'OTHER_STATE',
      state: 'RU',
    });
    const charge = [{ kind: 'CHARGE_DECLARATION' as const, amount: tenge('20000') }];
    const abroad = { origin: 'TRANSIT' as const, releasedBy: '55302', foundIn: 'RU' };
    expect(codes(entered(found({ sums: charge, origin: abroad })))).toEqual(['DEBT_AT_OTHER_BODY']);
    expect(
      codes(entered(found({ sums: charge, origin: { origin: 'ILLEGAL_MOVEMENT', foundBy: '55302' } }))),
    ).toEqual([]);
  });
});

describe('A payment of a debt', () => {
  const debt = {
    principal: tenge('1000'),
    interest: tenge('50'),
    ofKind: tenge('400'),
    ofInterest: tenge('60'),
    advance: tenge('1020'),
  };
  const split = (amount: string, from: 'KIND' | 'INTEREST' | 'ADVANCE') => {
    const decision = payDebt(tenge(amount), from, debt);
    return decision.accepted
      ? decision.events.map(({ principal, interest }) => `${principal.toString()} ${interest.toString()}`)
      : decision.reasons.map(({ code }) => code);
  };

  it('from the advance pays the principal first, then its penalty interest', () => {
    expect(split('1000', 'ADVANCE')).toEqual(['1000.00 0.00']);
    expect(split('1020', 'ADVANCE')).toEqual(['1000.00 20.00']);
    expect(split('1020.01', 'ADVANCE')).toEqual(['ACCOUNT_MONEY_SHORT']);
    expect(split('1050.01', 'ADVANCE')).toEqual(['PAYMENT_ABOVE_WHAT_IS_OWED', 'ACCOUNT_MONEY_SHORT']);
  });

  it('from money sent for the kind pays no interest, from money sent for the interest no principal (R-PAY-001)', () => {
    expect(split('400', 'KIND')).toEqual(['400.00 0.00']);
    expect(split('400.01', 'KIND')).toEqual(['ACCOUNT_MONEY_SHORT']);
    expect(split('50', 'INTEREST')).toEqual(['0.00 50.00']);
    expect(split('50.01', 'INTEREST')).toEqual(['PAYMENT_ABOVE_WHAT_IS_OWED']);
  });

  it('is given back as far as a decision lowers the debt below what was paid', () => {
    const paidInPart = { amount: tenge('1000'), unpaid: tenge('300'), payersOwn: false };
    const paidBack = (amount: string) => {
      const decision = lowerDebt(tenge(amount), paidInPart);
      return decision.accepted
        ? decision.events.map(({ paid }) => paid.toString())
        : decision.reasons[0].code;
    };
    expect(paidBack('300')).toEqual(['0.00']);
    expect(paidBack('1000')).toEqual(['700.00']);
    expect(paidBack('1000.01')).toBe('DEBT_LOWERED_BELOW_ZERO');
  });

  it('that the payer declared itself is reduced on a ground of art. 141.4 only (R-PAY-116)', () => {
    const own = { amount: tenge('1000'), unpaid: tenge('1000'), payersOwn: true };
    const decision = lowerDebt(tenge('1'), own);
    expect(decision.accepted ? [] : decision.reasons).toMatchObject([{ code: 'PAYER_ENTRY_NOT_REDUCED' }]);
    expect(Object.keys(PAYER_ENTRY_REDUCTIONS)).toEqual(['WITHDRAWAL', 'RE_IMPORT', 'FAULTY_RE_EXPORT']);
    for (const ground of ['WITHDRAWAL', 'RE_IMPORT', 'FAULTY_RE_EXPORT'] as const)
      expect(lowerDebt(tenge('1'), { ...own, ground }).accepted).toBe(true);
    expect(lowerDebt(tenge('1'), { ...own, payersOwn: false }).accepted).toBe(true);
  });
});
