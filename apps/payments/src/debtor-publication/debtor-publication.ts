/** The public list of debtors (art. 170): who enters it, when, with what, and when a repaid debt leaves it. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  plusDays,
  plusMonths,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { type Decision, decide, Money, reason, type Reason } from '@shekara/kernel';
import { debtorPublicationReasons as reasons } from './debtor-publication-reasons.js';

/** D-PAY-34. */
export const UNPAID_BEFORE_PUBLICATION: LegalTerm = {
  id: 'D-PAY-34',
  length: 6,
  unit: 'MONTHS',
  article: 'art. 170.1',
};

/** D-PAY-35: of the month after the reporting month. */
export const PUBLICATION_DAY = 20;

/** A debt of a payer as its account shows it when the list is drawn up. */
export interface OverdueDebt {
  /** BIN or IIN. */
  readonly payer: string;
  readonly aroseOn: CivilDate;
  /** KZT still unpaid, penalty interest included; nothing when repaid. */
  readonly unpaid: Money;
}

/** What the register of persons says of a payer; a physical person has no head. */
export interface PublishedPerson {
  readonly name: string;
  readonly head?: { readonly fullName: string };
  readonly legalEntity: boolean;
}

/** DebtorPublicationEntry. */
export interface DebtorPublicationEntry {
  readonly payer: string;
  readonly name: string;
  readonly headFullName?: string;
  readonly totalDebt: Money;
}

/** When six months of a debt are over: on the matching date, or the last day of a month that has none (art. 5.5). */
export function sixMonthsEnd(aroseOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return termFromDay(UNPAID_BEFORE_PUBLICATION, aroseOn, calendar);
}

/** The last day on which the list of a reporting month (`yyyy-mm`) is refreshed (R-PAY-178). */
export function refreshBy(reportingMonth: string, calendar: LegalCalendar): TermEnd {
  return calendar.byDayOfMonth(plusMonths(`${reportingMonth}-01`, 1).slice(0, 7), PUBLICATION_DAY);
}

/** The update that a debt enters if it stays unpaid: of the month in which its six months end. */
export function entersBy(aroseOn: CivilDate, calendar: LegalCalendar): TermEnd {
  return refreshBy(sixMonthsEnd(aroseOn, calendar).lastDay.slice(0, 7), calendar);
}

export interface DebtorListPublished {
  readonly type: 'DebtorListPublished';
  readonly reportingMonth: string;
  readonly by: TermEnd;
  /** By BIN or IIN. */
  readonly entries: readonly DebtorPublicationEntry[];
}

/**
 * Draws up the list of a reporting month: payers with a debt that was not repaid in six months, each with the total of such
 * debts; what is repaid by now is not on it any more (R-PAY-177). Refuses with every part that an entry lacks: nothing is
 * published half. `debts` are those of the day on which the list is drawn up.
 */
export function publishDebtors(
  reportingMonth: string,
  debts: readonly OverdueDebt[],
  persons: ReadonlyMap<string, PublishedPerson>,
  calendar: LegalCalendar,
): Decision<DebtorListPublished> {
  const monthEnd = plusDays(plusMonths(`${reportingMonth}-01`, 1), -1);
  const totals = new Map<string, Money>();
  for (const { payer, aroseOn, unpaid } of debts) {
    if (!unpaid.isPositive() || sixMonthsEnd(aroseOn, calendar).lastDay > monthEnd) continue;
    totals.set(payer, (totals.get(payer) ?? Money.ZERO).plus(unpaid));
  }
  const listed = [...totals].sort(([one], [other]) => (one < other ? -1 : 1));
  return decide<DebtorListPublished>(
    listed.flatMap(([payer]) => missingOf(payer, persons.get(payer))),
    () => [
      {
        type: 'DebtorListPublished',
        reportingMonth,
        by: refreshBy(reportingMonth, calendar),
        entries: listed.map(([payer, totalDebt]) => entryOf(payer, totalDebt, persons.get(payer))),
      },
    ],
  );
}

function missingOf(payer: string, person: PublishedPerson | undefined): Reason[] {
  const parts = [
    ...(person?.name.trim() ? [] : ['name']),
    ...(person?.legalEntity && !person.head?.fullName.trim() ? ['headFullName'] : []),
  ];
  return parts.map((part) => reason(reasons.PUBLICATION_FIELD_MISSING, { parameters: { payer, part } }));
}

function entryOf(
  payer: string,
  totalDebt: Money,
  person: PublishedPerson | undefined,
): DebtorPublicationEntry {
  const entry = { payer, name: person?.name ?? '', totalDebt };
  return person?.head ? { ...entry, headFullName: person.head.fullName } : entry;
}
