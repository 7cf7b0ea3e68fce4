import fc from 'fast-check';
import { standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { after, available, balanceOf, type LedgerLine } from '../security/balance.js';
import { decideReservation, type ReservationCommand, type SecurityToReserve } from './reservation.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
/** Khorgos and its clearance post belong to one division, Almaty to another. */
const divisionOf = (body: string) => `${body.slice(0, 3)}00`;

const command: ReservationCommand = {
  reservationId: 'r-1',
  declarationId: 'd-1',
  declarationNumber: '55302/100326/0000001',
  principal: '980540000397',
  amount: tenge('10400000'),
  on: '2026-03-10',
};

function security(changes: Partial<SecurityToReserve> = {}): SecurityToReserve {
  return {
    kind: 'GENERAL',
    method: 'BANK_GUARANTEE',
    status: 'ACTIVE',
    principal: '980540000397',
    acceptingBody: '55302',
    bodyScope: 'ANY_BODY',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    balance: { granted: tenge('50000000'), reserved: Money.ZERO, called: Money.ZERO },
    servedDeclarations: [],
    ...changes,
  };
}

function codes(changes: Partial<SecurityToReserve>, of: Partial<ReservationCommand> = {}): string[] {
  const decision = decideReservation({ ...command, ...of }, security(changes), divisionOf, calendar);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('reserving a part of a security', () => {
  it('keeps the balance over several operations (R-GUA-107, F-GUA-8, worked case 15)', () => {
    const line = (type: LedgerLine['type'], text: string): LedgerLine => ({ type, amount: tenge(text) });
    const lines = [
      line('GRANT', '50000000'),
      line('RESERVE', '10400000'),
      line('RESERVE', '6000000'),
      line('RESERVE', '30000000'),
    ];
    const balance = balanceOf(lines);
    expect(String(available(balance))).toBe('3600000.00');
    const five = { ...command, amount: tenge('5000000') };
    const refused = decideReservation(five, security({ balance }), divisionOf, calendar);
    expect(refused.accepted ? [] : refused.reasons).toMatchObject([
      { code: 'BALANCE_INSUFFICIENT', parameters: { available: '3600000.00', missing: '1400000.00' } },
    ]);
    const released = after(balance, line('RELEASE', '10400000'));
    expect(String(available(released))).toBe('14000000.00');
    expect(decideReservation(five, security({ balance: released }), divisionOf, calendar).accepted).toBe(
      true,
    );
    expect(String(available(after(released, line('RESERVE', '5000000'))))).toBe('9000000.00');
  });

  it('is refused for another person and for a body outside the scope', () => {
    expect(codes({}, { principal: '050640001236' })).toEqual(['SCOPE_MISMATCH']);
    const oneBody = { bodyScope: 'SINGLE_BODY' as const };
    expect(codes(oneBody)).toEqual([]);
    expect(codes(oneBody, { declarationNumber: '55311/100326/0000001' })).toEqual(['SCOPE_MISMATCH']);
    expect(codes(oneBody, { declarationNumber: 'unreadable' })).toEqual(['SCOPE_MISMATCH']);
  });

  it('uses cash within the division that took it only (R-GUA-063, worked case 13)', () => {
    const cash = { method: 'CASH' as const, bodyScope: 'SINGLE_BODY' as const, validTo: undefined };
    expect(codes(cash, { declarationNumber: '55311/100326/0000001' })).toEqual([]);
    expect(codes(cash, { declarationNumber: '55001/100326/0000001' })).toEqual(['SCOPE_MISMATCH']);
  });

  it('uses a pledge at the body that signed it only (R-GUA-092)', () => {
    const pledge = { method: 'PLEDGE' as const, bodyScope: 'SINGLE_BODY' as const };
    expect(codes(pledge, { declarationNumber: '55311/100326/0000001' })).toEqual(['SCOPE_MISMATCH']);
    expect(codes(pledge)).toEqual([]);
  });

  it('is refused when the security is not in force on the day', () => {
    expect(codes({ status: 'EXPIRED' })).toEqual(['SECURITY_NOT_ACTIVE']);
    expect(codes({ status: 'REGISTERED' })).toEqual(['SECURITY_NOT_ACTIVE']);
    expect(codes({ validTo: '2026-03-09' })).toEqual(['SECURITY_NOT_ACTIVE']);
    expect(codes({ validFrom: '2026-03-11' })).toEqual(['SECURITY_NOT_ACTIVE']);
  });

  it('leaves the demand its five working days, even if the balance is enough (R-GUA-111)', () => {
    expect(codes({ validTo: '2026-03-16' })).toEqual(['TERM_TOO_SHORT']);
    expect(codes({ validTo: '2026-03-17' })).toEqual([]);
  });

  it('lets a single security serve one declaration', () => {
    expect(codes({ kind: 'SINGLE', servedDeclarations: ['d-0'] })).toEqual(['SINGLE_SECURITY_USED']);
    expect(codes({ kind: 'SINGLE', servedDeclarations: ['d-1'] })).toEqual([]);
    expect(codes({ servedDeclarations: ['d-0'] })).toEqual([]);
  });

  it('answers every reason at once, and one for an unknown security', () => {
    const worst = { status: 'EXPIRED' as const, kind: 'SINGLE' as const, servedDeclarations: ['d-0'] };
    const asked = { principal: '050640001236', amount: tenge('50000000.01') };
    expect(codes(worst, asked)).toEqual([
      'SECURITY_NOT_ACTIVE',
      'SCOPE_MISMATCH',
      'SINGLE_SECURITY_USED',
      'BALANCE_INSUFFICIENT',
    ]);
    const unknown = decideReservation(command, undefined, divisionOf, calendar);
    expect(unknown.accepted ? [] : unknown.reasons.map(({ code }) => code)).toEqual(['SECURITY_UNKNOWN']);
    expect(codes({}, { amount: Money.ZERO })).toEqual(['RESERVATION_AMOUNT_NOT_POSITIVE']);
  });
});

describe('any sequence of reservations and releases', () => {
  it('never reserves more than was granted, and the ledger gives every past balance (R-GUA-106, R-GUA-117)', () => {
    const step = fc.record({ reserve: fc.boolean(), tiyn: fc.bigInt(0n, 4_000n), pick: fc.nat() });
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000n), fc.array(step, { maxLength: 80 }), (granted, steps) => {
        const lines: LedgerLine[] = [{ type: 'GRANT', amount: Money.ofTiyn(granted) }];
        const history = [balanceOf(lines)];
        const open: Money[] = [];
        for (const { reserve, tiyn, pick } of steps) {
          const balance = balanceOf(lines);
          const amount = Money.ofTiyn(tiyn);
          if (reserve) {
            const { accepted } = decideReservation(
              { ...command, amount },
              security({ balance }),
              divisionOf,
              calendar,
            );
            expect(accepted).toBe(tiyn > 0n && tiyn <= available(balance).tiyn);
            if (!accepted) continue;
            open.push(amount);
            lines.push({ type: 'RESERVE', amount });
          } else {
            const [freed] = open.splice(pick % Math.max(open.length, 1), 1);
            if (!freed) continue;
            lines.push({ type: 'RELEASE', amount: freed });
          }
          const now = balanceOf(lines);
          expect(now.reserved.tiyn).toBe(Money.sum(open).tiyn);
          expect(available(now).isNegative()).toBe(false);
          history.push(now);
        }
        expect(history).toEqual(lines.map((_line, index) => balanceOf(lines.slice(0, index + 1))));
      }),
    );
  });

  it('cannot be booked below zero or above the grant', () => {
    const granted = balanceOf([{ type: 'GRANT', amount: tenge('1') }]);
    expect(() => after(granted, { type: 'RESERVE', amount: tenge('1.01') })).toThrow(RangeError);
    expect(() => after(granted, { type: 'RELEASE', amount: tenge('0.01') })).toThrow(RangeError);
    expect(() => after(granted, { type: 'RESERVE', amount: tenge('-1') })).toThrow(RangeError);
  });
});
