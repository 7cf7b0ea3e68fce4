/** The liability of a declaration (art. 129): assessed, covered or short, ended by release or its refusal. */
import { type Exact, Money, type Reason } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { PayerAtBody } from '../ledger/account.js';
import type { Balances } from '../ledger/balances.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { isCharge, type MoneyPurpose, PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import type { KindOfDeclaration, Shortfall } from '../release-cover/release-check.js';
import { type MoneyCover, type ReleaseCover, seekCover } from '../release-cover/release-cover.js';
import { moneyWith } from './deferred-duty.js';

export type LiabilityStatus = 'NOT_ASSESSED' | 'ASSESSED' | 'SHORT' | 'COVERED' | 'ENDED';

/** How the security named in the declaration stands: offered, asked of guarantees, answered, given back. */
export type SecurityState = 'NONE' | 'OFFERED' | 'ASKED' | 'RESERVED' | 'REFUSED' | 'RETURNED';

/** Why the liability is over for the declaration, in the words of the contract `LiabilityEnded`. */
export type LiabilityEnd =
  | 'PAID'
  | 'SECURED_AND_RELEASED'
  | 'DEFERRED_AND_RELEASED'
  | 'RELEASE_REFUSED'
  | 'LEFT_AS_DEBT'
  | 'DECLARATION_WITHDRAWN';

/** One kind of payment of the declaration and what covers it. */
export interface KindOfLiability {
  readonly kind: PaymentKind;
  readonly payable: Money;
  readonly money: readonly { readonly purpose: MoneyPurpose; readonly amount: Money }[];
  readonly guarantee: Money;
  /** Ended as at most EUR 5 (art. 129.2(4)). */
  readonly smallRemainder: Money;
  /** Import duty that a deferral puts off and nobody paid yet (art. 133); absent where none does. */
  readonly deferred?: Money;
  /**
   * A debt of the account by itself, which no cover of the declaration pays: added by an adjustment after release
   * (art. 289.2), or secured and in default (art. 157.1).
   */
  readonly debt?: Money;
}

export interface OfferedSecurity {
  readonly number?: string;
  readonly state: SecurityState;
  readonly reservationId?: string;
  /** What guarantees are asked to reserve, or have reserved, by kind. */
  readonly toReserve: readonly Shortfall[];
}

/** A reason as one service tells it to another; `GET /v1/reasons` of its owner explains it. */
export type SaidReason = Omit<Reason, 'text' | 'cure'>;

export interface DeclarationLiability {
  readonly declarationId: string;
  readonly declarationNumber: string;
  readonly caseId: string;
  readonly owner: PayerAtBody;
  readonly registeredOn: CivilDate;
  /** Row of the trigger matrix; absent while nobody has assessed (R-PAY-055). */
  readonly trigger?: Trigger;
  readonly releasedOn?: CivilDate;
  /** The last timely day, once the event that sets it has happened (art. 131). */
  readonly dueOn?: CivilDate;
  readonly status: LiabilityStatus;
  readonly kinds: readonly KindOfLiability[];
  readonly smallRemainderLimit: Exact;
  readonly security: OfferedSecurity;
  /** Why it is short or not assessed. */
  readonly reasons: readonly SaidReason[];
  /** The goods were released. */
  readonly released: boolean;
  readonly endReason?: LiabilityEnd;
  /** Version of the declaration that the sums follow: 1 as registered, later ones are its changes (art. 289). */
  readonly declarationVersion: number;
  readonly version: number;
}

/** The payer's money at the customs body: what covers, and what waits for the Treasury. */
export interface PayerMoney {
  readonly confirmed: ReadonlyMap<MoneyPurpose, Money>;
  readonly pending: ReadonlyMap<MoneyPurpose, Money>;
}

const PURPOSES: readonly MoneyPurpose[] = ['ADVANCE', ...PAYMENT_KINDS];

export function moneyOfPayer(balances: Balances, owner: PayerAtBody): PayerMoney {
  const of = (type: 'ADVANCE_MONEY' | 'PENDING_TREASURY') =>
    new Map(PURPOSES.map((purpose) => [purpose, balances.of({ type, ...owner, purpose })]));
  return { confirmed: of('ADVANCE_MONEY'), pending: of('PENDING_TREASURY') };
}

/** The money that is left when a declaration took its cover. */
export function moneyAfter(money: PayerMoney, taken: readonly MoneyCover[]): PayerMoney {
  const confirmed = new Map(money.confirmed);
  for (const { purpose, amount } of taken) {
    confirmed.set(purpose, (confirmed.get(purpose) ?? Money.ZERO).minus(amount));
  }
  return { ...money, confirmed };
}

export function kindsOf(payable: ReadonlyMap<PaymentKind, Money>): readonly KindOfLiability[] {
  return [...payable].map(([kind, amount]) => ({
    kind,
    payable: amount,
    money: [],
    guarantee: Money.ZERO,
    smallRemainder: Money.ZERO,
  }));
}

export type CoverStep =
  | { readonly type: 'COVERED'; readonly cover: Extract<ReleaseCover, { outcome: 'COVERED' }> }
  /** Money does not suffice; the security that the declaration names may. */
  | { readonly type: 'RESERVE'; readonly toReserve: readonly Shortfall[] }
  | {
      readonly type: 'SHORT';
      readonly short: Money;
      readonly reasons: readonly SaidReason[];
    };

/**
 * The next step to cover (R-PAY-067, R-PAY-107): the payer's money; where that is short and the declaration names a
 * security, a reservation of what money leaves open of duties and taxes; else waiting with a reason per kind. Nothing
 * is taken before everything is covered. Duty that a deferral puts off needs no other cover (R-PAY-065).
 */
export function nextStep(liability: DeclarationLiability, money: PayerMoney): CoverStep {
  const sought = (securityAvailable: Money) =>
    seekCover({
      kinds: liability.kinds.map((kind) => asDeclared(kind, money)),
      money: money.confirmed,
      pendingAdvance: money.pending.get('ADVANCE') ?? Money.ZERO,
      securityAvailable,
      smallRemainderLimit: liability.smallRemainderLimit,
    });
  const byMoney = sought(Money.ZERO);
  if (byMoney.outcome === 'COVERED') return { type: 'COVERED', cover: byMoney };
  if (liability.security.state === 'OFFERED') {
    const secured = sought(totalOf(liability));
    if (secured.outcome === 'COVERED') return { type: 'RESERVE', toReserve: secured.byGuarantee };
  }
  return {
    type: 'SHORT',
    short: Money.sum(byMoney.shortfalls.map(({ amount }) => amount)),
    reasons: byMoney.reasons,
  };
}

/**
 * What follows when guarantees reserved the sum asked for: the security covers exactly that, money the rest. Short when
 * the payer's money has gone meanwhile: the reservation is then given back.
 */
export function stepWhenReserved(liability: DeclarationLiability, money: PayerMoney): CoverStep {
  const { toReserve } = liability.security;
  const secured = new Map(toReserve.map(({ kind, amount }) => [kind, amount]));
  const cover = seekCover({
    kinds: liability.kinds.map((kind) => ({
      ...asDeclared(kind, money),
      secured: kind.guarantee.plus(secured.get(kind.kind) ?? Money.ZERO),
    })),
    money: money.confirmed,
    pendingAdvance: money.pending.get('ADVANCE') ?? Money.ZERO,
    securityAvailable: Money.ZERO,
    smallRemainderLimit: liability.smallRemainderLimit,
  });
  if (cover.outcome === 'COVERED') return { type: 'COVERED', cover: { ...cover, byGuarantee: toReserve } };
  return {
    type: 'SHORT',
    short: Money.sum(cover.shortfalls.map(({ amount }) => amount)),
    reasons: cover.reasons,
  };
}

function asDeclared(kind: KindOfLiability, money: PayerMoney): KindOfDeclaration {
  return {
    kind: kind.kind,
    payable: kind.payable.minus(kind.debt ?? Money.ZERO),
    confirmedPaid: paidOf(kind),
    secured: kind.guarantee,
    deferred: kind.deferred ?? Money.ZERO,
    pending: money.pending.get(kind.kind) ?? Money.ZERO,
  };
}

/** The liability with its cover. */
export function covered(
  liability: DeclarationLiability,
  cover: Extract<ReleaseCover, { outcome: 'COVERED' }>,
): DeclarationLiability {
  const amountOf = (kind: PaymentKind, among: readonly Shortfall[]) =>
    Money.sum(among.filter((part) => part.kind === kind).map(({ amount }) => amount));
  return {
    ...liability,
    status: 'COVERED',
    reasons: [],
    kinds: liability.kinds.map((kind) => ({
      ...kind,
      money: cover.fromMoney.filter((part) => part.kind === kind.kind).reduce(moneyWith, kind.money),
      guarantee: kind.guarantee.plus(amountOf(kind.kind, cover.byGuarantee)),
      smallRemainder: amountOf(kind.kind, cover.smallRemainder),
    })),
  };
}

/** What money has paid of a kind. */
export function paidOf({ money }: Pick<KindOfLiability, 'money'>): Money {
  return Money.sum(money.map(({ amount }) => amount));
}

export function totalOf({ kinds }: Pick<DeclarationLiability, 'kinds'>): Money {
  return Money.sum(kinds.map(({ payable }) => payable));
}

/** What is secured, in sum; zero when money covers everything. */
export function securedOf({ kinds }: Pick<DeclarationLiability, 'kinds'>): Money {
  return Money.sum(kinds.map(({ guarantee }) => guarantee));
}

/** What nothing covers of each kind: a debt once it is due. */
export function uncoveredOf({ kinds }: Pick<DeclarationLiability, 'kinds'>): readonly Shortfall[] {
  return kinds
    .map((one) => {
      const { kind, payable, guarantee, smallRemainder, deferred = Money.ZERO, debt = Money.ZERO } = one;
      const covered = Money.sum([paidOf(one), guarantee, smallRemainder, deferred, debt]);
      return { kind, amount: payable.minus(covered) };
    })
    .filter(({ amount }) => amount.isPositive());
}

/** The liability after a kind was paid that a security covered; `left` is what the security still covers of the kind. */
export function securedPaid(
  liability: DeclarationLiability,
  { kind, purpose, amount }: MoneyCover,
): DeclarationLiability {
  return {
    ...liability,
    kinds: liability.kinds.map((one) =>
      one.kind === kind
        ? { ...one, guarantee: one.guarantee.minus(amount), money: [...one.money, { purpose, amount }] }
        : one,
    ),
  };
}

/** What a security covers of each kind. */
export function securedByKind({ kinds }: Pick<DeclarationLiability, 'kinds'>): readonly Shortfall[] {
  return kinds
    .map(({ kind, guarantee: amount }) => ({ kind, amount }))
    .filter(({ amount }) => amount.isPositive());
}

/** The liability after debts that a security covered fell due unpaid: they are debts of the account by themselves. */
export function securedDefaulted(
  liability: DeclarationLiability,
  debts: readonly Shortfall[],
): DeclarationLiability {
  return {
    ...liability,
    kinds: liability.kinds.map((one) => {
      const fallenDue = Money.sum(debts.filter(({ kind }) => kind === one.kind).map(({ amount }) => amount));
      if (!fallenDue.isPositive()) return one;
      const { guarantee, debt = Money.ZERO } = one;
      return { ...one, guarantee: guarantee.minus(fallenDue), debt: debt.plus(fallenDue) };
    }),
  };
}

/** How the liability ends at release. */
export function endAtRelease(liability: DeclarationLiability): LiabilityEnd {
  if (securedOf(liability).isPositive()) return 'SECURED_AND_RELEASED';
  const deferred = liability.kinds.some((kind) => kind.deferred?.isPositive());
  return deferred ? 'DEFERRED_AND_RELEASED' : 'PAID';
}

/** Whether the reasons name other shortfalls than before: only then is it worth telling again. */
export function tellsAnew(before: readonly SaidReason[], now: readonly SaidReason[]): boolean {
  const said = (reasons: readonly SaidReason[]) =>
    reasons
      .map(({ code, parameters }) => `${code}/${parameters.kind ?? ''}`)
      .sort()
      .join();
  return said(before) !== said(now);
}

/** Money of a refused or withdrawn declaration that flows back; a paid charge stays with the budget (art. 117; R-PAY-012). */
export function givenBack({ kinds }: DeclarationLiability): Money {
  return Money.sum(kinds.filter(({ kind }) => !isCharge(kind)).map(paidOf));
}
