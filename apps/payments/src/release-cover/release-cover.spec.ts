import {
  type CustomsBodyCode,
  Exact,
  identificationCheckDigit,
  Money,
  parseBin,
  parseCustomsBodyCode,
} from '@shekara/kernel';
import fc from 'fast-check';
import { Balances } from '../ledger/balances.js';
import { liabilityAssessed } from '../ledger/liability-postings.js';
import { moneyConfirmed } from '../ledger/money-postings.js';
import type { MoneyPurpose, PaymentKind } from '../payment-kind.js';
import { postingsOfCover } from './cover-postings.js';
import { type CoverSought, seekCover } from './release-cover.js';
import { checkDeclarationCharge, checkRelease, type KindOfDeclaration } from './release-check.js';

const tenge = (text: string) => Money.ofTenge(text);
/** EUR 5 at 600.00 (worked cases). */
const LIMIT = new Exact(3000);

function kind(
  name: PaymentKind,
  payable: string,
  paid: string,
  changes: Partial<KindOfDeclaration> = {},
): KindOfDeclaration {
  return {
    kind: name,
    payable: tenge(payable),
    confirmedPaid: tenge(paid),
    secured: Money.ZERO,
    deferred: Money.ZERO,
    pending: Money.ZERO,
    ...changes,
  };
}

/** The declaration of worked case 1, with what was paid of each kind. */
const paid = (duty: string, vat: string, charge = '20000') => [
  kind('IMPORT_DUTY', '520000', duty),
  kind('IMPORT_VAT', '686400', vat),
  kind('CHARGE_DECLARATION', '20000', charge),
];

/** "CODE KIND shortfall" of every reason; empty when release is allowed. */
function against(kinds: readonly KindOfDeclaration[], pendingAdvance?: Money): string[] {
  const check = checkRelease(kinds, LIMIT, pendingAdvance);
  return check.covered
    ? []
    : check.reasons.map(({ code, parameters }) => `${code} ${parameters['kind']} ${parameters['shortfall']}`);
}

describe('The release check (F-22)', () => {
  it('lets go what is paid in full, by machine (R-PAY-067, R-PAY-068)', () => {
    expect(checkRelease(paid('520000', '686400'), LIMIT)).toEqual({ covered: true, smallRemainder: [] });
  });

  it('answers PAYMENT_SHORT with the missing VAT (R-PAY-067, worked case 2)', () => {
    expect(against(paid('520000', '680000'))).toEqual(['PAYMENT_SHORT IMPORT_VAT 6400.00']);
  });

  it('lets a remainder of exactly EUR 5 end, not a tiyn more (R-PAY-069, worked case 2)', () => {
    const check = checkRelease(paid('520000', '683400'), LIMIT);
    expect(check).toEqual({ covered: true, smallRemainder: [{ kind: 'IMPORT_VAT', amount: tenge('3000') }] });
    expect(against(paid('520000', '683399.99'))).toEqual(['PAYMENT_SHORT IMPORT_VAT 3000.01']);
  });

  it('adds the shortfalls of all duties and taxes before it compares (R-PAY-067, R-PAY-069, worked case 2)', () => {
    expect(against(paid('518000', '684400'))).toEqual([
      'PAYMENT_SHORT IMPORT_DUTY 2000.00',
      'PAYMENT_SHORT IMPORT_VAT 2000.00',
    ]);
  });

  it('never gives a charge the EUR 5, nor counts it in (R-PAY-018)', () => {
    expect(against(paid('520000', '686400', '19999.99'))).toEqual(['PAYMENT_SHORT CHARGE_DECLARATION 0.01']);
    expect(against(paid('520000', '683400', '17000'))).toEqual(['PAYMENT_SHORT CHARGE_DECLARATION 3000.00']);
  });

  it('answers PAYMENT_NOT_CONFIRMED while pending money would cover it (R-PAY-067, R-PAY-101, worked case 4)', () => {
    const pending = [kind('IMPORT_VAT', '686400', '0', { pending: tenge('1000000') })];
    expect(against(pending)).toEqual(['PAYMENT_NOT_CONFIRMED IMPORT_VAT 686400.00']);
    const some = [kind('IMPORT_VAT', '686400', '0', { pending: tenge('686399.99') })];
    expect(against(some)).toEqual(['PAYMENT_SHORT IMPORT_VAT 686400.00']);
    expect(against(paid('0', '0'), tenge('600000'))).toEqual([
      'PAYMENT_NOT_CONFIRMED IMPORT_DUTY 520000.00',
      'PAYMENT_SHORT IMPORT_VAT 686400.00',
    ]);
  });

  it('counts security for duties and taxes and deferral for import duty only', () => {
    const covered = { secured: tenge('100') };
    expect(against([kind('IMPORT_VAT', '10000', '9900', covered)])).toEqual([]);
    expect(against([kind('CHARGE_DECLARATION', '100', '0', covered)])).toHaveLength(1);
    const deferred = { deferred: tenge('10000') };
    expect(against([kind('IMPORT_DUTY', '10000', '0', deferred)])).toEqual([]);
    expect(against([kind('IMPORT_VAT', '10000', '0', deferred)])).toHaveLength(1);
  });

  it('lets no kind pay for another (R-PAY-001)', () => {
    expect(against(paid('620000', '586400'))).toEqual(['PAYMENT_SHORT IMPORT_VAT 100000.00']);
  });
});

describe('The registration check', () => {
  it('answers CHARGE_UNPAID unless the declaration charge is there (R-PAY-006)', () => {
    expect(checkDeclarationCharge(tenge('20000'), tenge('19999.99'))?.code).toBe('CHARGE_UNPAID');
    expect(checkDeclarationCharge(tenge('20000'), tenge('20000'))).toBeUndefined();
  });
});

function sought(
  money: Partial<Record<MoneyPurpose, string>>,
  changes: Partial<CoverSought> = {},
): CoverSought {
  return {
    kinds: paid('0', '0', '0'),
    money: new Map(
      Object.entries(money).map(([purpose, amount]) => [purpose as MoneyPurpose, tenge(amount)]),
    ),
    pendingAdvance: Money.ZERO,
    securityAvailable: Money.ZERO,
    smallRemainderLimit: LIMIT,
    ...changes,
  };
}

describe('Seeking cover', () => {
  it("takes a kind's own money first, then the advance", () => {
    const cover = seekCover(sought({ IMPORT_VAT: '700000', ADVANCE: '540000' }));
    expect(cover).toEqual({
      outcome: 'COVERED',
      fromMoney: [
        { kind: 'CHARGE_DECLARATION', purpose: 'ADVANCE', amount: tenge('20000') },
        { kind: 'IMPORT_DUTY', purpose: 'ADVANCE', amount: tenge('520000') },
        { kind: 'IMPORT_VAT', purpose: 'IMPORT_VAT', amount: tenge('686400') },
      ],
      byGuarantee: [],
      smallRemainder: [],
    });
  });

  it('never takes money of one kind for another, however much there is (R-PAY-001)', () => {
    const cover = seekCover(sought({ IMPORT_DUTY: '9000000', CHARGE_DECLARATION: '20000' }));
    expect(cover).toMatchObject({ outcome: 'WAITING', reasons: [{ code: 'PAYMENT_SHORT' }] });
  });

  it('secures what money leaves of duties and taxes, never a charge', () => {
    const changes = { securityAvailable: tenge('1206400') };
    expect(seekCover(sought({ CHARGE_DECLARATION: '20000' }, changes))).toMatchObject({
      outcome: 'COVERED',
      byGuarantee: [
        { kind: 'IMPORT_DUTY', amount: tenge('520000') },
        { kind: 'IMPORT_VAT', amount: tenge('686400') },
      ],
    });
    expect(seekCover(sought({}, { securityAvailable: tenge('9000000') })).outcome).toBe('WAITING');
    const less = { securityAvailable: tenge('1206399.99') };
    expect(seekCover(sought({ CHARGE_DECLARATION: '20000' }, less)).outcome).toBe('WAITING');
  });

  it('takes nothing while it waits', () => {
    const cover = seekCover(sought({ ADVANCE: '100000' }));
    expect(cover).toMatchObject({
      outcome: 'WAITING',
      shortfalls: [{ kind: 'IMPORT_DUTY' }, { kind: 'IMPORT_VAT' }],
    });
    expect(cover).not.toHaveProperty('fromMoney');
  });

  it('posts covers that leave nothing due, whatever the money and the security', () => {
    const eleven = '95014000001';
    const payer = parseBin(`${eleven}${identificationCheckDigit(eleven) ?? ''}`);
    if (!payer) throw new Error('bad fixture');
    const declaration = {
      owner: { payer, customsBody: parseCustomsBodyCode('55302') as CustomsBodyCode },
      document: '55302/020925/0000001',
      valueDate: '2025-09-02',
    };
    const amount = fc.integer({ min: 0, max: 150_000_000 }).map((tiyn) => Money.ofTiyn(BigInt(tiyn)));
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(
        fc.record({
          duty: amount,
          vat: amount,
          charge: amount,
          advance: amount,
          ownVat: amount,
          security: amount,
        }),
        ({ duty, vat, charge, advance, ownVat, security }) => {
          const kinds = paid('0', '0', '0').map((of, index) => ({
            ...of,
            payable: [duty, vat, charge][index] ?? duty,
          }));
          const money = new Map<MoneyPurpose, Money>([
            ['ADVANCE', advance],
            ['IMPORT_VAT', ownVat],
          ]);
          const cover = seekCover(sought({}, { kinds, money, securityAvailable: security }));
          outcomes.add(cover.outcome);
          let balances = Balances.EMPTY;
          for (const [purpose, sum] of money) {
            if (sum.isPositive())
              balances = balances.post(moneyConfirmed({ ...declaration, purpose, amount: sum }));
          }
          for (const { kind: name, payable } of kinds) {
            if (payable.isPositive())
              balances = balances.post(liabilityAssessed({ ...declaration, kind: name, amount: payable }));
          }
          for (const entry of postingsOfCover(cover, declaration)) balances = balances.post(entry);
          expect(balances.trialBalance().tiyn).toBe(0n);
          const due = kinds.map(({ kind: name }) =>
            balances.of({ type: 'PAYER_DUE', ...declaration.owner, kind: name }),
          );
          if (cover.outcome === 'COVERED') expect(Money.sum(due).tiyn).toBe(0n);
          else expect(Money.sum(due).tiyn).toBe(Money.sum([duty, vat, charge]).tiyn);
        },
      ),
      { numRuns: 300 },
    );
    expect([...outcomes].sort()).toEqual(['COVERED', 'WAITING']);
  });
});
