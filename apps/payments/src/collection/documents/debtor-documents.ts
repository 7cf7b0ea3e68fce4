/** DebtorList, DebtorNotice and MutualSettlementAct (art. 166.1-3): who owes the payer, and how that is confirmed. */
import { type CivilDate, isCivilDate, type LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Money, type Reason, reason, when } from '@shekara/kernel';
import { collectionDocumentReasons as reasons } from './collection-document-reasons.js';
import { collectionTermEnd } from './collection-terms.js';

/** What the payer says its debtors owe (art. 166.1). */
export interface DebtorList {
  readonly deliveredOn: CivilDate;
  readonly debtors: readonly {
    readonly debtor: string;
    readonly receivable: Money;
    readonly settlementAct?: MutualSettlementAct;
  }[];
}

/** When the payer owes its list; undefined once the debt is paid (R-PAY-169). `noticeReceivedOn`: of the debt notice. */
export function debtorListDueBy(
  noticeReceivedOn: CivilDate,
  debt: Money,
  calendar: LegalCalendar,
): TermEnd | undefined {
  return debt.isPositive() ? collectionTermEnd('DEBTOR_LIST', noticeReceivedOn, calendar) : undefined;
}

/** A notice to a debtor that its debt to the payer will be collected (art. 166.2). */
export interface DebtorNotice {
  readonly id: string;
  /** BIN or IIN of the debtor. */
  readonly debtor: string;
  /** Confirmed by the debtor list. */
  readonly receivable: Money;
  /** KZT, at most the receivable. */
  readonly amount: Money;
  readonly sentOn: CivilDate;
  readonly receivedOn?: CivilDate;
  /** What the settlement act says the debtor owes. */
  readonly confirmedBySettlementAct?: Money;
  readonly droppedBecause?: string;
}

/** F-17: at most the debt, the receivable and, once there is one, the sum of the settlement act (R-PAY-170). */
export function collectableFromDebtor(
  debt: Money,
  { receivable, confirmedBySettlementAct }: Pick<DebtorNotice, 'receivable' | 'confirmedBySettlementAct'>,
): Money {
  return debt.min(receivable).min(confirmedBySettlementAct ?? receivable);
}

/** A party of a settlement act as it must be named (art. 166.3). */
export interface SettlementParty {
  readonly name: string;
  /** BIN or IIN. */
  readonly identificationNumber: string;
  readonly legalAddress: string;
  readonly bankDetails: string;
  readonly signedAndSealed: boolean;
}

export interface MutualSettlementAct {
  readonly payer: SettlementParty;
  readonly debtor: SettlementParty;
  readonly customsBodyOfPayer: string;
  readonly debtorRegistration: string;
  /** KZT. */
  readonly sumOwed: Money;
  /** The day as on which the sum is stated. */
  readonly asOn: CivilDate;
  readonly date: CivilDate;
}

/** Every part of art. 166.3 that is missing, and a state of another day than the notice's receipt (R-PAY-173). */
export function settlementActDefects(
  act: MutualSettlementAct,
  noticeReceivedOn: CivilDate,
): (Reason | undefined)[] {
  const empty = [
    ...emptyParts('/payer', act.payer),
    ...emptyParts('/debtor', act.debtor),
    ...(act.customsBodyOfPayer.trim() === '' ? ['/customsBodyOfPayer'] : []),
    ...(act.debtorRegistration.trim() === '' ? ['/debtorRegistration'] : []),
    ...(act.sumOwed.isNegative() ? ['/sumOwed'] : []),
    ...(isCivilDate(act.date) ? [] : ['/date']),
  ];
  return [
    ...empty.map((pointer) => reason(reasons.SETTLEMENT_ACT_INCOMPLETE, { pointer })),
    when(act.asOn !== noticeReceivedOn, reasons.SETTLEMENT_ACT_INCOMPLETE, {
      pointer: '/asOn',
      parameters: { needed: noticeReceivedOn },
    }),
  ];
}

function emptyParts(place: string, party: SettlementParty): string[] {
  const { name, identificationNumber, legalAddress, bankDetails } = party;
  const texts = Object.entries({ name, identificationNumber, legalAddress, bankDetails });
  const missing = texts.filter(([, text]) => text.trim() === '').map(([field]) => `${place}/${field}`);
  return party.signedAndSealed ? missing : [...missing, `${place}/signedAndSealed`];
}
