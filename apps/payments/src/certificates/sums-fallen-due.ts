/** What fell due on the accounts of a payer, read from the ledger and from the notices in force (art. 141.2, 157.1, 159). */
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { type SumFallenDue, unpaidOn } from './arrears.js';
import type { PayerBalance } from './payer-balances.js';

/** A sum that fell due at a customs body; of penalty interest `of` names the kind on which it runs. */
export interface SumAtBody extends SumFallenDue {
  readonly customsBody: string;
  readonly of: PaymentKind;
}

/** A line of the payer's account of a kind, or of penalty interest on it. */
export interface DueLine {
  readonly customsBody: string;
  readonly of: PaymentKind;
  readonly part: 'PRINCIPAL' | 'PENALTY_INTEREST';
  readonly valueDate: CivilDate;
  /** A debit (owed) is positive, a credit (settled) negative. */
  readonly amount: Money;
}

/** The debts of a notice in force, and the day on which it was executed, withdrawn or replaced. */
export interface DebtsOfNotice {
  readonly customsBody: string;
  readonly shownOn: CivilDate;
  readonly closedOn?: CivilDate;
  readonly debts: readonly {
    readonly of: PaymentKind;
    readonly dueOn: CivilDate;
    readonly principal: Money;
    readonly penaltyInterest: Money;
  }[];
}

const keyOf = ({ customsBody, of, kind }: SumAtBody) => `${customsBody} ${of} ${kind}`;

/**
 * The sums of accounts: what settles an account settles its oldest sum first, whatever document it names. `lines` are those
 * of debts that fell due, in the order in which they were posted.
 */
export function sumsOfAccounts(lines: readonly DueLine[]): readonly SumAtBody[] {
  return [
    ...Map.groupBy(lines, ({ customsBody, of, part }) => `${customsBody} ${of} ${part}`).values(),
  ].flatMap(settleOldestFirst);
}

function settleOldestFirst(lines: readonly DueLine[]): readonly SumAtBody[] {
  const owed = lines
    .filter(({ amount }) => amount.isPositive())
    .sort((one, other) => (one.valueDate < other.valueDate ? -1 : one.valueDate > other.valueDate ? 1 : 0))
    .map(({ customsBody, of, part, valueDate, amount }) => ({
      customsBody,
      of,
      kind: part === 'PRINCIPAL' ? of : ('PENALTY_INTEREST' as const),
      dueOn: valueDate,
      amount,
      left: amount,
      settled: [] as { on: CivilDate; amount: Money }[],
    }));
  for (const { valueDate, amount } of lines.filter((line) => line.amount.isNegative())) {
    let rest = amount.negated();
    for (const sum of owed) {
      const part = rest.min(sum.left);
      if (!part.isPositive()) continue;
      sum.settled.push({ on: valueDate, amount: part });
      sum.left = sum.left.minus(part);
      rest = rest.minus(part);
    }
  }
  return owed.map(({ left: _left, ...sum }) => sum);
}

/** The sums that notices in force demand; penalty interest is demanded for the day of the notice. */
export function sumsOfNotices(notices: readonly DebtsOfNotice[]): readonly SumAtBody[] {
  return notices.flatMap(({ customsBody, shownOn, closedOn, debts }) =>
    debts.flatMap(({ of, dueOn, principal, penaltyInterest }) =>
      [
        { kind: of, dueOn, amount: principal },
        { kind: 'PENALTY_INTEREST' as const, dueOn: shownOn, amount: penaltyInterest },
      ]
        .filter(({ amount }) => amount.isPositive())
        .map((sum) => ({
          customsBody,
          of,
          ...sum,
          settled: closedOn === undefined ? [] : [{ on: closedOn, amount: sum.amount }],
        })),
    ),
  );
}

/**
 * Both readings together for a day: of each customs body, kind and part the reading that leaves more unpaid. A debt that an
 * officer found and the account does not show yet is not hidden; one that both show is not counted twice.
 */
export function sumsFallenDue(
  accounts: readonly SumAtBody[],
  notices: readonly SumAtBody[],
  on: CivilDate,
): readonly SumAtBody[] {
  const unpaid = (sums: readonly SumAtBody[] = []) => Money.sum(sums.map((sum) => unpaidOn(sum, on)));
  const ofAccounts = Map.groupBy(accounts, keyOf);
  const ofNotices = Map.groupBy(notices, keyOf);
  const keys = new Set([...ofAccounts.keys(), ...ofNotices.keys()]);
  return [...keys].sort().flatMap((key) => {
    const [one, other] = [ofAccounts.get(key), ofNotices.get(key)];
    return (unpaid(other).compare(unpaid(one)) > 0 ? other : one) ?? [];
  });
}

/** Overpaid money of a kind at a customs body. */
export interface OverpaidAtBody {
  readonly customsBody: string;
  readonly kind: PaymentKind;
  readonly amount: Money;
}

/** The accounts of a payer on a day, as certificates and reconciliation acts read them; accounts at zero are left out. */
export function payerBalances(
  payer: string,
  sums: readonly SumAtBody[],
  overpaid: readonly OverpaidAtBody[],
  on: CivilDate,
): readonly PayerBalance[] {
  const balances = new Map<string, PayerBalance>();
  const add = (
    customsBody: string,
    kind: PaymentKind,
    part: Exclude<keyof PayerBalance, 'payer' | 'customsBody' | 'kind'>,
    amount: Money,
  ) => {
    if (!amount.isPositive()) return;
    const zero = { dueUnpaid: Money.ZERO, penaltyInterest: Money.ZERO, overpaid: Money.ZERO };
    const key = `${customsBody} ${kind}`;
    const before = balances.get(key) ?? { payer, customsBody, kind, ...zero };
    balances.set(key, { ...before, [part]: before[part].plus(amount) });
  };
  for (const sum of sums) {
    const part = sum.kind === 'PENALTY_INTEREST' ? 'penaltyInterest' : 'dueUnpaid';
    add(sum.customsBody, sum.of, part, unpaidOn(sum, on));
  }
  for (const { customsBody, kind, amount } of overpaid) add(customsBody, kind, 'overpaid', amount);
  return [...balances.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, balance]) => balance);
}
