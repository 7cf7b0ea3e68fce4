/** How fast a bank passes money on to the budget (art. 139(3)-(5); D-PAY-11 to D-PAY-13), and who was late. */
import {
  type CivilDate,
  daysBetween,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { Money } from '@shekara/kernel';

/** What opens the term: the order with money there, the cash, or the debit of the card. */
export const TRANSFER_TERMS = {
  ORDER_RECEIVED: { id: 'D-PAY-11', length: 1, unit: 'WORKING_DAYS', article: 'art. 139(3)' },
  CASH_DEPOSITED: { id: 'D-PAY-12', length: 1, unit: 'WORKING_DAYS', article: 'art. 139(4)' },
  CARD_DEBITED: { id: 'D-PAY-13', length: 1, unit: 'WORKING_DAYS', article: 'art. 139(5)' },
} as const satisfies Record<string, LegalTerm>;

export type MoneyHandedOver =
  | { readonly by: 'CASH_DEPOSITED' | 'CARD_DEBITED'; readonly on: CivilDate }
  /** The bank may wait for money on the account: the later of the two days counts. */
  | { readonly by: 'ORDER_RECEIVED'; readonly on: CivilDate; readonly fundsPresentOn: CivilDate };

export interface BankTransfer {
  readonly bank: string;
  readonly reference: string;
  readonly amount: Money;
  readonly handedOver: MoneyHandedOver;
  /** The day the bank sent the money to the budget; none while it has not. */
  readonly transferredOn?: CivilDate;
}

/** The last day on which the bank is in time. */
export function transferBy(handedOver: MoneyHandedOver, calendar: LegalCalendar): TermEnd {
  const { by, on } = handedOver;
  const from = by === 'ORDER_RECEIVED' && handedOver.fundsPresentOn > on ? handedOver.fundsPresentOn : on;
  return termFromDay(TRANSFER_TERMS[by], from, calendar);
}

export interface LateTransfer {
  readonly transfer: BankTransfer;
  readonly by: TermEnd;
  /** Calendar days after the last day, up to the transfer or to today. */
  readonly daysLate: number;
}

/** A transfer measured on `today` against its working day (R-PAY-104): undefined when in time, or its term still runs. */
export function latenessOf(
  transfer: BankTransfer,
  today: CivilDate,
  calendar: LegalCalendar,
): LateTransfer | undefined {
  const by = transferBy(transfer.handedOver, calendar);
  const daysLate = daysBetween(by.lastDay, transfer.transferredOn ?? today);
  return daysLate > 0 ? { transfer, by, daysLate } : undefined;
}

/** Q-PAY-26: what the account officer reports to one bank and its supervisor. */
export interface BankLatenessReport {
  readonly bank: string;
  readonly late: readonly LateTransfer[];
  readonly total: Money;
}

/** The late transfers of a week by bank, banks and references in order; banks that kept every term are not in it. */
export function latenessReports(
  transfers: readonly BankTransfer[],
  today: CivilDate,
  calendar: LegalCalendar,
): readonly BankLatenessReport[] {
  const byBank = new Map<string, LateTransfer[]>();
  for (const transfer of transfers) {
    const late = latenessOf(transfer, today, calendar);
    if (late) byBank.set(transfer.bank, [...(byBank.get(transfer.bank) ?? []), late]);
  }
  return [...byBank]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([bank, late]) => ({
      bank,
      late: late.sort((one, other) => (one.transfer.reference < other.transfer.reference ? -1 : 1)),
      total: Money.sum(late.map(({ transfer }) => transfer.amount)),
    }));
}
