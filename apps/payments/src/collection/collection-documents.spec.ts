import { standardCalendar } from '@shekara/calendar';
import { type CurrencyCode, type Decision, Exact, Money } from '@shekara/kernel';
import fc from 'fast-check';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { checkCollector, collectorOf } from './case/collecting-body.js';
import {
  type BankAccount,
  collectableFrom,
  collectFromForeignAccount,
  orderDefects,
} from './documents/collection-order-document.js';
import { shareSaleMoney } from './detained-goods/detained-goods-sale.js';
import { type PropertyRestrictionDecision, restrictProperty } from './securing/property-restriction.js';
import {
  acknowledgeSuspension,
  ALLOWED_SPENDING,
  allowCashUse,
  allowSpending,
  type BankAccountSuspensionOrder,
  type CashSuspensionOrder,
  deliverCashOrder,
  type Spending,
  suspensionStatus,
} from './securing/suspension-orders.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const at = (date: string, time = '12:00') => calendar.instantOf(date, time);
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

describe('suspension of bank accounts (art. 162)', () => {
  const issued: BankAccountSuspensionOrder = {
    number: 'B-1',
    payer: '980540000397',
    bank: 'HALYKKZ',
    accounts: ['KZ01'],
    issuedAt: at('2025-10-10'),
  };
  const inForce = { ...issued, receivedByBankAt: at('2025-10-13', '10:00') };
  const spending = (changes: Partial<Spending> = {}): Spending => ({
    account: 'KZ01',
    purpose: 'OTHER',
    fromMoneySeizedByOthers: false,
    at: at('2025-10-14'),
    ...changes,
  });

  it('takes effect when the bank receives it, not when it is issued (R-PAY-159)', () => {
    expect(suspensionStatus(issued, at('2025-10-14'))).toBe('ISSUED');
    expect(suspensionStatus(inForce, at('2025-10-13', '09:59'))).toBe('ISSUED');
    expect(suspensionStatus(inForce, at('2025-10-13', '10:00'))).toBe('IN_FORCE');
    expect(codes(allowSpending(inForce, spending({ at: at('2025-10-13', '09:59') })))).toEqual([]);
    expect(codes(allowSpending(inForce, spending()))).toEqual(['SPENDING_SUSPENDED']);
    const cancelled = { ...inForce, cancelledAt: at('2025-10-14', '11:00') };
    expect(codes(allowSpending(cancelled, spending()))).toEqual([]);
    expect(codes(acknowledgeSuspension(issued, at('2025-10-09')))).toEqual(['COLLECTION_DATES_CONTRADICT']);
    expect(codes(acknowledgeSuspension(inForce, at('2025-10-14')))).toEqual(['COLLECTION_DATES_CONTRADICT']);
  });

  it('leaves open the listed spending, money seized by others and other accounts (R-PAY-160)', () => {
    const listed = Object.keys(ALLOWED_SPENDING) as (keyof typeof ALLOWED_SPENDING)[];
    expect(listed).toHaveLength(4);
    for (const purpose of listed) expect(codes(allowSpending(inForce, spending({ purpose })))).toEqual([]);
    expect(codes(allowSpending(inForce, spending({ fromMoneySeizedByOthers: true })))).toEqual([]);
    expect(codes(allowSpending(inForce, spending({ account: 'KZ02' })))).toEqual([]);
  });
});

describe('suspension of cash (art. 163)', () => {
  const issued: CashSuspensionOrder = {
    number: 'K-1',
    payer: '980540000397',
    debt: tenge('600000'),
    copies: 2,
    issuedOn: '2025-10-10',
  };

  it('needs two copies and proof of receipt (R-PAY-162)', () => {
    expect(
      codes(deliverCashOrder({ ...issued, copies: 1 }, { on: '2025-10-10', proofOfReceipt: '' })),
    ).toEqual(['COLLECTION_PAPER_MISSING', 'COLLECTION_PAPER_MISSING']);
    expect(codes(deliverCashOrder(issued, { on: '2025-10-10', proofOfReceipt: 'S-1' }))).toEqual([]);
  });

  it('allows only taking cash to a bank for this debt once delivered (R-PAY-162)', () => {
    const delivered = { ...issued, handedOver: { on: '2025-10-13', proofOfReceipt: 'S-1' } };
    expect(codes(allowCashUse(delivered, 'DEPOSIT_FOR_THIS_DEBT', '2025-10-14'))).toEqual([]);
    expect(codes(allowCashUse(delivered, 'DEPOSIT_FOR_OTHER_PURPOSE', '2025-10-14'))).toEqual([
      'CASH_SPENDING_SUSPENDED',
    ]);
    expect(codes(allowCashUse(delivered, 'SPENDING', '2025-10-13'))).toEqual(['CASH_SPENDING_SUSPENDED']);
    expect(codes(allowCashUse(delivered, 'SPENDING', '2025-10-12'))).toEqual([]);
    expect(
      codes(allowCashUse({ ...delivered, cancelledOn: '2025-10-20' }, 'SPENDING', '2025-10-20')),
    ).toEqual([]);
  });
});

describe('restriction of property (art. 164)', () => {
  const item = (price: string, held?: 'LEASED' | 'PLEDGED') => ({
    name: 'lorry',
    title: 'OWNERSHIP' as const,
    price: tenge(price),
    pricedBy: 'BOOKS' as const,
    ...(held ? { held } : {}),
  });
  const decision = (changes: Partial<PropertyRestrictionDecision> = {}): PropertyRestrictionDecision => ({
    number: 'P-1',
    on: '2025-10-10',
    items: [item('600000'), item('361000')],
    allOfPayersProperty: false,
    inventoryCopies: 2,
    warningGiven: true,
    decisionCopyToPayer: true,
    inventoryCopyToPayer: true,
    ...changes,
  });
  const target = tenge('961000');

  it('covers items worth the debt plus penalty interest, no more than needed (R-PAY-163)', () => {
    expect(restrictProperty(decision(), target)).toMatchObject({
      accepted: true,
      events: [{ value: target }],
    });
    const short = decision({ items: [item('600000'), item('360999.99')] });
    expect(codes(restrictProperty(short, target))).toEqual(['RESTRICTION_VALUE_UNFIT']);
    expect(codes(restrictProperty({ ...short, allOfPayersProperty: true }, target))).toEqual([]);
    const needless = decision({ items: [item('600000'), item('361000'), item('1')] });
    expect(codes(restrictProperty(needless, target))).toEqual(['RESTRICTION_VALUE_UNFIT']);
    expect(codes(restrictProperty(decision({ items: [item('5000000')] }), target))).toEqual([]);
  });

  it('needs inventory, warning and one copy of each to the payer (R-PAY-163)', () => {
    const bare = restrictProperty(
      decision({
        inventoryCopies: 1,
        warningGiven: false,
        decisionCopyToPayer: false,
        inventoryCopyToPayer: false,
      }),
      target,
    );
    expect(bare.accepted ? [] : bare.reasons.map(({ pointer }) => pointer)).toEqual([
      '/inventoryCopies',
      '/warningGiven',
      '/decisionCopyToPayer',
      '/inventoryCopyToPayer',
    ]);
  });

  it('flags leased and pledged items as not to pass to lessee or mortgagee (R-PAY-164)', () => {
    const items = [item('600000', 'LEASED'), item('361000', 'PLEDGED')];
    const restricted = restrictProperty(decision({ items }), target);
    expect(
      restricted.accepted && restricted.events[0]?.items.map(({ mayNotPassTo }) => mayNotPassTo),
    ).toEqual(['LESSEE', 'MORTGAGEE']);
  });
});

describe('collection orders (art. 165)', () => {
  const account = (purpose: BankAccount['purpose'], balance = '0', principalOwed = '0'): BankAccount => ({
    bank: 'HALYKKZ',
    account: 'KZ01',
    currency: 'KZT' as CurrencyCode,
    purpose,
    ...(purpose === 'LOAN_SECURITY'
      ? { secures: { balance: tenge(balance), principalOwed: tenge(principalOwed) } }
      : {}),
  });
  const defects = (of: BankAccount, amount: string) =>
    orderDefects(of, { of: { holder: 'PAYER' }, kind: 'IMPORT_VAT', amount: tenge(amount) }, []).flatMap(
      (defect) => defect?.code ?? [],
    );

  it.each(['PENSION', 'PROJECT_FINANCE', 'SECURITIZATION'] as const)(
    'excludes a %s account (R-PAY-166)',
    (purpose) => {
      expect(defects(account(purpose), '0.01')).toEqual(['ACCOUNT_PROTECTED']);
    },
  );

  it('protects money that secures a loan only up to the principal still owed (R-PAY-166)', () => {
    const loan = account('LOAN_SECURITY', '900000', '600000');
    expect(collectableFrom(loan)?.toString()).toBe('300000.00');
    expect(defects(loan, '300000')).toEqual([]);
    expect(defects(loan, '300000.01')).toEqual(['ACCOUNT_PROTECTED']);
    expect(collectableFrom(account('LOAN_SECURITY', '1', '2'))?.toString()).toBe('0.00');
  });

  it('takes 9,904.76 dollars for 5,200,000 tenge at 525.00; the tenge that is left ends (R-PAY-168)', () => {
    const { taken, credited } = collectFromForeignAccount(tenge('5200000'), new Exact('525.00'));
    expect([taken.toFixed(2), credited.toString()]).toEqual(['9904.76', '5199999.00']);
    expect(isSmallRemainder(tenge('5200000').minus(credited), new Exact(3000))).toBe(true);
  });

  it('is never farther from the debt than half a cent', () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 13n }).map((tiyn) => Money.ofTiyn(tiyn));
    const rates = fc
      .integer({ min: 1, max: 99_999 })
      .map((hundredths) => new Exact(hundredths).dividedBy(100));
    fc.assert(
      fc.property(amounts, rates, (debt, rate) => {
        const { credited } = collectFromForeignAccount(debt, rate);
        const distance = credited.minus(debt).toExact().abs();
        expect(distance.lte(rate.times('0.005').plus('0.005'))).toBe(true);
      }),
    );
  });
});

describe('who collects (art. 157.7-9)', () => {
  it('is the body of release, or the one that found the illegal movement (R-PAY-154)', () => {
    const released = { origin: 'RELEASE', releasedBy: '55302' } as const;
    expect(codes(checkCollector(released, '55302'))).toEqual([]);
    expect(codes(checkCollector(released, '55311'))).toEqual(['COLLECTING_BODY_WRONG']);
    expect(codes(checkCollector({ origin: 'ILLEGAL_MOVEMENT', foundBy: '55311' }, '55311'))).toEqual([]);
  });

  it('hands a transit debt to the state that holds the security or registered the carrier (R-PAY-179)', () => {
    const secured = { origin: 'TRANSIT_SECURED', releasedBy: '55302', securityHeldIn: 'RU' } as const;
    expect(collectorOf(secured)).toEqual({ by: 'OTHER_STATE', state: 'RU' });
    expect(codes(checkCollector(secured, '55302'))).toEqual(['COLLECTING_BODY_WRONG']);
    expect(codes(checkCollector({ ...secured, securityHeldIn: 'KZ' }, '55302'))).toEqual([]);
    const carried = {
      origin: 'TRANSIT_BY_CUSTOMS_CARRIER',
      releasedBy: '55302',
      carrierRegisteredIn: 'BY',
    } as const;
    expect(collectorOf(carried)).toEqual({ by: 'OTHER_STATE', state: 'BY' });
  });
});

describe('money from the sale of detained goods (art. 241)', () => {
  const sale = {
    proceeds: tenge('5000000'),
    dutiesAndTaxes: tenge('1800000'),
    costs: tenge('700000'),
    receivedOn: '2025-10-07',
    declared: true,
  };

  it('covers duties and taxes, then costs; the rest may be claimed for 3 months (R-PAY-182)', () => {
    expect(shareSaleMoney(sale, calendar)).toMatchObject({
      rest: tenge('2500000'),
      restTo: 'DECLARANT',
      claimBy: { lastDay: '2026-01-08' },
    });
    expect(shareSaleMoney({ ...sale, declared: false }, calendar).restTo).toBe('OWNER');
    expect(shareSaleMoney({ ...sale, proceeds: tenge('2000000') }, calendar)).toMatchObject({
      dutiesAndTaxes: tenge('1800000'),
      costs: tenge('200000'),
      rest: Money.ZERO,
    });
  });
});
