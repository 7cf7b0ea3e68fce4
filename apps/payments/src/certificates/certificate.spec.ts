import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import fc from 'fast-check';
import { PAYMENT_KINDS } from '../payment-kind.js';
import { ARREARS_GROUP_OF, checkArrears, type SumFallenDue } from './arrears.js';
import { type Certificate, evolveCertificate, issueCertificate, requestCertificate } from './certificate.js';
import { debtByKind, type PayerBalance } from './payer-balances.js';
import {
  evolveReconciliation,
  issueReconciliationAct,
  reconcile,
  requestReconciliation,
} from './reconciliation.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const PAYER = '980540000397';

function account(changes: Partial<PayerBalance> = {}): PayerBalance {
  const zero = { dueUnpaid: Money.ZERO, penaltyInterest: Money.ZERO, overpaid: Money.ZERO };
  return { payer: PAYER, customsBody: '55302', kind: 'IMPORT_VAT', ...zero, ...changes };
}

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

const signed = { capacity: 'HEAD', signature: 'S-1', seal: true } as const;
const issue = { issuedOn: '2025-11-06', reconciliationAct: 'A-1', signed };

function requested(purpose: Certificate['purpose']): Certificate {
  const [event] = requestCertificate(PAYER, purpose, '2025-11-03', calendar).events;
  if (!event) throw new Error('no event');
  return evolveCertificate(undefined, event);
}

describe('certificates (art. 142)', () => {
  it('are due within 5 working days of registration (R-PAY-119)', () => {
    expect(requestCertificate(PAYER, 'OTHER', '2025-11-03', calendar)).toMatchObject({
      events: [{ issueBy: { lastDay: '2025-11-10' } }],
    });
  });

  it.each([
    ['CLOSING_OF_ENTREPRENEUR', 'NO_DEBT'],
    ['LIQUIDATION', 'NO_DEBT'],
    ['REORGANIZATION', 'NO_DEBT'],
    ['OTHER', 'DEBT_STATUS'],
  ] as const)('for %s are of the kind %s (R-PAY-120)', (purpose, kind) => {
    expect(requestCertificate(PAYER, purpose, '2025-11-03', calendar)).toMatchObject({ events: [{ kind }] });
    expect(issueCertificate(requested(purpose), issue, [account()])).toMatchObject({
      events: [{ kind, debts: [] }],
    });
  });

  it.each(['CLOSING_OF_ENTREPRENEUR', 'LIQUIDATION', 'REORGANIZATION'] as const)(
    'for %s need a reconciliation act (R-PAY-121)',
    (purpose) => {
      const withoutAct = { issuedOn: '2025-11-06', signed };
      expect(codesOf(issueCertificate(requested(purpose), withoutAct, []))).toEqual([
        'CERTIFICATE_NO_RECONCILIATION',
      ]);
      expect(codesOf(issueCertificate(requested('OTHER'), withoutAct, []))).toEqual([]);
    },
  );

  it('count the accounts in all customs bodies (R-PAY-122, R-PAY-247)', () => {
    const balances = [
      account(),
      account({ customsBody: '55001', dueUnpaid: tenge('100'), penaltyInterest: tenge('3') }),
      account({ payer: '050640001236', dueUnpaid: tenge('999') }),
    ];
    expect(issueCertificate(requested('LIQUIDATION'), issue, balances)).toMatchObject({
      reasons: [{ code: 'CERTIFICATE_DEBT_PRESENT', parameters: { customsBody: '55001', debt: '103.00' } }],
    });
  });

  it('of no debt are refused for penalty interest alone, and overpaid money does not hide a debt (R-PAY-247)', () => {
    for (const debt of [
      { penaltyInterest: tenge('0.01') },
      { dueUnpaid: tenge('1'), overpaid: tenge('100') },
    ]) {
      expect(codesOf(issueCertificate(requested('LIQUIDATION'), issue, [account(debt)]))).toEqual([
        'CERTIFICATE_DEBT_PRESENT',
      ]);
    }
  });

  it('of the state of debt list it by kind (R-PAY-122, R-PAY-247)', () => {
    const balances = [
      account({ dueUnpaid: tenge('100') }),
      account({ customsBody: '55001', dueUnpaid: tenge('50'), penaltyInterest: tenge('2') }),
      account({ kind: 'IMPORT_DUTY', penaltyInterest: tenge('7') }),
      account({ kind: 'IMPORT_EXCISE', overpaid: tenge('5') }),
    ];
    const decision = issueCertificate(requested('OTHER'), issue, balances);
    expect(decision).toMatchObject({
      events: [
        {
          debts: [
            { kind: 'IMPORT_VAT', principal: tenge('150'), penaltyInterest: tenge('2') },
            { kind: 'IMPORT_DUTY', principal: Money.ZERO, penaltyInterest: tenge('7') },
          ],
        },
      ],
    });
    expect(decision.accepted && decision.events).toHaveLength(1);
    expect(debtByKind(PAYER, balances)).toHaveLength(2);
  });

  it.each([
    ['by another officer', { ...signed, capacity: 'OTHER' as const }],
    ['nowhere', { ...signed, signature: '' }],
    ['without a seal', { ...signed, seal: false }],
  ])('signed %s are not issued (R-PAY-123)', (_, wrongly) => {
    expect(codesOf(issueCertificate(requested('OTHER'), { ...issue, signed: wrongly }, []))).toEqual([
      'CERTIFICATE_UNSIGNED',
    ]);
  });

  it('are issued once, and refused with every reason', () => {
    const decision = issueCertificate(requested('LIQUIDATION'), issue, []);
    const issued = decision.accepted
      ? decision.events.reduce(evolveCertificate, requested('LIQUIDATION'))
      : undefined;
    if (!issued) throw new Error('not issued');
    const wrongly = { issuedOn: '2025-11-06', signed: { ...signed, seal: false } };
    expect(codesOf(issueCertificate(issued, wrongly, [account({ dueUnpaid: tenge('1') })]))).toEqual([
      'CERTIFICATE_STATE_UNFIT',
      'CERTIFICATE_NO_RECONCILIATION',
      'CERTIFICATE_DEBT_PRESENT',
      'CERTIFICATE_UNSIGNED',
    ]);
  });
});

describe('reconciliation (art. 141.8)', () => {
  const request = requestReconciliation(PAYER, '2025-11-03', calendar);
  const [registration] = request.events;
  if (!registration) throw new Error('no event');
  const reconciliation = evolveReconciliation(undefined, registration);
  const originals = [
    { for: 'PAYER', signature: 'S-1' },
    { for: 'CUSTOMS_BODY', signature: 'S-2' },
  ] as const;
  const act = { number: 'A-1', issuedOn: '2025-11-10', originals };

  it('is done within 10 working days of registration, in two originals (R-PAY-118)', () => {
    expect(request).toMatchObject({ events: [{ issueBy: { lastDay: '2025-11-17' } }] });
    const decision = issueReconciliationAct(reconciliation, act, []);
    expect(decision).toMatchObject({ events: [{ number: 'A-1' }] });
    const issued = decision.accepted
      ? decision.events.reduce(evolveReconciliation, reconciliation)
      : reconciliation;
    expect(issued.status).toBe('ACT_ISSUED');
    expect(codesOf(issueReconciliationAct(issued, act, []))).toEqual(['RECONCILIATION_STATE_UNFIT']);
  });

  it.each([
    ['one original', [originals[0]]],
    ['two for one side', [originals[0], originals[0]]],
    ['an unsigned one', [originals[0], { ...originals[1], signature: ' ' }]],
    ['three originals', [...originals, originals[0]]],
  ])('is not done with %s (R-PAY-118)', (_, wrong) => {
    expect(codesOf(issueReconciliationAct(reconciliation, { ...act, originals: wrong }, []))).toEqual([
      'RECONCILIATION_ORIGINALS_UNFIT',
    ]);
  });

  it('sets both sides beside each other, account by account', () => {
    const balances = [
      account({ dueUnpaid: tenge('100') }),
      account({ kind: 'IMPORT_DUTY', overpaid: tenge('40') }),
    ];
    const figures = [
      { customsBody: '55302', kind: 'IMPORT_VAT', balance: tenge('60') },
      { customsBody: '55001', kind: 'IMPORT_VAT', balance: tenge('5') },
    ] as const;
    const lines = reconcile(PAYER, balances, figures).map((line) => [
      line.customsBody,
      line.kind,
      line.byCustoms.toString(),
      line.balance.toString(),
      line.difference.toString(),
    ]);
    expect(lines).toEqual([
      ['55302', 'IMPORT_VAT', '100.00', '60.00', '40.00'],
      ['55302', 'IMPORT_DUTY', '-40.00', '0.00', '-40.00'],
      ['55001', 'IMPORT_VAT', '0.00', '5.00', '-5.00'],
    ]);
  });
});

describe('arrears check (art. 293.11(2); Code 2017 art. 201(4))', () => {
  const late = (changes: Partial<SumFallenDue> = {}): SumFallenDue => ({
    kind: 'IMPORT_VAT',
    dueOn: '2025-09-02',
    amount: tenge('100'),
    settled: [],
    ...changes,
  });

  it('answers for the day asked about: present from the day after the due date to the day before payment (R-PAY-124)', () => {
    const sums = [late({ settled: [{ on: '2025-09-16', amount: tenge('100') }] })];
    const on = (day: string) => codesOf(checkArrears(sums, day, 'CODE_2010'));
    expect(on('2025-09-02')).toEqual([]);
    expect(on('2025-09-03')).toEqual(['ARREARS_PRESENT']);
    expect(on('2025-09-15')).toEqual(['ARREARS_PRESENT']);
    expect(on('2025-09-16')).toEqual([]);
  });

  it('answers by group, every group that is unpaid (R-PAY-124)', () => {
    const kinds = Object.keys(ARREARS_GROUP_OF) as (keyof typeof ARREARS_GROUP_OF)[];
    const decision = checkArrears(
      kinds.map((kind) => late({ kind })),
      '2025-09-03',
      'CODE_2017',
    );
    expect(decision).toMatchObject({
      reasons: [
        ['DUTIES', '400.00'],
        ['TAXES', '200.00'],
        ['TRADE_REMEDY_DUTIES', '300.00'],
        ['CHARGES', '300.00'],
        ['INTEREST', '100.00'],
        ['PENALTY_INTEREST', '100.00'],
      ].map(([group, amount]) => ({ article: 'Code 2017 art. 201.4', parameters: { group, amount } })),
    });
  });

  it('is clear exactly when nothing late is left of any sum (R-PAY-124)', () => {
    const sum = fc.record({
      kind: fc.constantFrom(...PAYMENT_KINDS),
      dueOn: fc.constantFrom('2025-09-01', '2025-09-02', '2025-09-03'),
      amount: fc.bigInt(0n, 20n).map((tiyn) => Money.ofTiyn(tiyn)),
      settled: fc.array(
        fc.record({
          on: fc.constantFrom('2025-09-01', '2025-09-02', '2025-09-03'),
          amount: fc.bigInt(0n, 20n).map((tiyn) => Money.ofTiyn(tiyn)),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(sum, { maxLength: 4 }), (sums) => {
        const anyLate = sums.some(({ dueOn, amount, settled }) => {
          let left = amount.tiyn;
          for (const settlement of settled) if (settlement.on < '2025-09-03') left -= settlement.amount.tiyn;
          return dueOn < '2025-09-02' && left > 0n;
        });
        expect(checkArrears(sums, '2025-09-02', 'CODE_2010').accepted).toBe(!anyLate);
      }),
    );
  });
});
