/**
 * A contingent liability of conditional release (art. 301, 315.2, 315.3): OPEN while any of its sums sleeps, each sum closed by
 * an end without payment, by falling due, or by the payment of the difference to the common tariff.
 */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { accept, decide, type Decision, Money, type Reason, reason, refuse, when } from '@shekara/kernel';
import { type ContingentEnding, contingentOf, endContingent } from '../obligation/contingent.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import type { TakenOff } from '../relief/taken-off.js';
import { contingentReasons as reasons } from './contingent-reasons.js';

/** Why something sleeps: a relief with use limits, or a duty rate below the common tariff (art. 301.1(1), 301.1(3)). */
export type ContingentReason = 'RELIEF' | 'RATE_BELOW_COMMON_TARIFF';

export type ContingentClosing =
  | ContingentEnding['because']
  | 'DECLARATION_WITHDRAWN'
  | 'DIFFERENCE_PAID'
  | 'MISUSED'
  | 'OTHER_USE_ANNOUNCED'
  | 'RELIEF_GIVEN_UP';

/** How a sum stopped sleeping. */
export interface ClosedSum {
  readonly by: ContingentClosing;
  readonly on: CivilDate;
  /** Set when it fell due. */
  readonly dueOn?: CivilDate;
  /** The act, application or document by which it closed. */
  readonly document?: string;
}

/** What was left unpaid of an item and kind of payment. */
export interface ContingentSum {
  readonly item: number;
  readonly kind: PaymentKind;
  readonly amount: Money;
  readonly closed?: ClosedSum;
}

export interface ContingentLiability {
  readonly reason: ContingentReason;
  readonly releasedOn: CivilDate;
  /** Last day of the limits; absent where only payment ends them (art. 301.5). */
  readonly endsOn?: CivilDate;
  readonly sums: readonly ContingentSum[];
}

/** A line of the declaration's payments with what was taken off it. */
export interface RelievedLine {
  readonly item: number;
  readonly kind: PaymentKind;
  readonly takenOff: TakenOff;
}

/** What a release leaves contingent, one liability for each relief (R-PAY-030, R-PAY-230, R-PAY-231). */
export function leftByRelease(
  lines: readonly RelievedLine[],
  releasedOn: CivilDate,
  calendar: LegalCalendar,
): ReadonlyMap<string, ContingentLiability> {
  const left = new Map<string, ContingentLiability>();
  for (const { item, kind, takenOff } of lines) {
    const { code, relieved, useLimits } = takenOff;
    const { period } = useLimits ?? {};
    const sleeping = contingentOf(
      { relievedSum: relieved, hasUseLimits: useLimits !== undefined, releasedOn, period },
      calendar,
    );
    if (sleeping.state === 'ENDED' || !relieved.isPositive()) continue;
    const belowTariff = takenOff.class === 'RATE_BELOW_COMMON_TARIFF';
    left.set(code, {
      reason: belowTariff ? 'RATE_BELOW_COMMON_TARIFF' : 'RELIEF',
      releasedOn,
      ...(!belowTariff && { endsOn: sleeping.endsOn }),
      sums: [...(left.get(code)?.sums ?? []), { item, kind, amount: sleeping.amount }],
    });
  }
  return left;
}

/** The sums that still sleep. */
export function openSums({ sums }: Pick<ContingentLiability, 'sums'>): readonly ContingentSum[] {
  return sums.filter(({ closed }) => closed === undefined);
}

export function sumOf(sums: readonly ContingentSum[]): Money {
  return Money.sum(sums.map(({ amount }) => amount));
}

/** The sums by kind of payment, as a debt is entered. */
export function byKind(
  sums: readonly ContingentSum[],
): readonly { readonly kind: PaymentKind; readonly amount: Money }[] {
  return [...Map.groupBy(sums, ({ kind }) => kind)].map(([kind, of]) => ({ kind, amount: sumOf(of) }));
}

export function isOpen(contingent: ContingentLiability): boolean {
  return openSums(contingent).length > 0;
}

/** The liability after some of its sums closed. */
export function withClosed(
  contingent: ContingentLiability,
  closing: readonly ContingentSum[],
  closed: ClosedSum,
): ContingentLiability {
  return {
    ...contingent,
    sums: contingent.sums.map((sum) => (closing.includes(sum) ? { ...sum, closed } : sum)),
  };
}

/** The open sums of the items named, or all that are left. Refuses OBLIGATION_ENDED, and NOTHING_CONTINGENT_OF_ITEM. */
export function sumsOfItems(
  contingent: ContingentLiability,
  items: readonly number[] | undefined,
): Decision<ContingentSum> {
  const open = openSums(contingent);
  const named = items === undefined ? open : open.filter(({ item }) => items.includes(item));
  const without = items?.find((item) => !named.some((sum) => sum.item === item));
  return decide(
    [
      when(open.length === 0, obligationReasons.OBLIGATION_ENDED),
      when(open.length > 0 && without !== undefined, reasons.NOTHING_CONTINGENT_OF_ITEM, {
        pointer: '/items',
        parameters: { item: String(without) },
      }),
    ],
    () => named,
  );
}

/** MISUSE_OUTSIDE_LIMIT_PERIOD for a day of misuse before release, after the limits, or to come (L1, art. 315.2(2)). */
export function misuseRefusal(
  { releasedOn, endsOn }: ContingentLiability,
  misusedOn: CivilDate | undefined,
  today: CivilDate,
): Reason | undefined {
  if (misusedOn === undefined) return undefined;
  const outside = misusedOn < releasedOn || misusedOn > (endsOn ?? misusedOn) || misusedOn > today;
  return when(outside, reasons.MISUSE_OUTSIDE_LIMIT_PERIOD, {
    pointer: '/misusedOn',
    parameters: { releasedOn, endsOn: endsOn ?? '' },
  });
}

/**
 * Ends sums without payment (R-PAY-031, R-PAY-032). Refuses as `endContingent`; a rate below the common tariff ends by the
 * payment of the difference only (art. 301.5).
 */
export function endWithoutPayment(
  contingent: ContingentLiability,
  ending: ContingentEnding,
): Decision<{ readonly type: 'ContingentLiabilityEnded' }> {
  const { endsOn, sums } = contingent;
  if (endsOn === undefined) {
    const parameters = { ground: ending.because };
    return refuse(reason(obligationReasons.OBLIGATION_END_UNFOUNDED, { parameters }));
  }
  const dueOn = isOpen(contingent) ? undefined : sums.find(({ closed }) => closed?.dueOn)?.closed?.dueOn;
  const decision = endContingent(endsOn, ending, dueOn);
  return decision.accepted ? accept({ type: 'ContingentLiabilityEnded' }) : decision;
}

/** The open sums whose item and kind the adjusted declaration relieves no longer by the same relief (art. 131.6, 315.3(2)). */
export function givenUpBy(
  contingent: ContingentLiability,
  relief: string,
  lines: readonly {
    readonly item: number;
    readonly kind: string;
    readonly relief?: { readonly code: string };
  }[],
): readonly ContingentSum[] {
  const relieved = lines.filter((line) => line.relief?.code === relief);
  return openSums(contingent).filter(
    (sum) => !relieved.some(({ item, kind }) => item === sum.item && kind === sum.kind),
  );
}

/** Rows of the trigger matrix by which sums fall due. */
export function rowOfMisuse({ reason: why }: ContingentLiability): Trigger {
  return why === 'RELIEF' ? 'CONSUMPTION_RELIEF_MISUSED' : 'RATE_BELOW_COMMON_TARIFF';
}

export function rowOfOtherUse({ reason: why }: ContingentLiability): Trigger {
  return why === 'RELIEF' ? 'CONSUMPTION_RELIEF_OTHER_USE_ANNOUNCED' : 'RATE_BELOW_COMMON_TARIFF';
}
