import { readFileSync } from 'node:fs';
import { messageRegistry } from '@shekara/contracts';

/** Events of the law file that another message tells (README, "Events of the law file"). */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = {
  LiabilityArisen: ['LiabilityAssessed', 'ObligationAssessed', 'AccountDebtEntered'],
  ReleasePaymentConfirmed: ['LiabilityCovered'],
  ReleasePaymentShort: ['LiabilityShort'],
  PaymentReceived: ['MoneyReceived'],
  AccountSuspensionOrdered: ['bank.v1.BankOrder'],
  AccountSuspensionCancelled: ['bank.v1.BankOrder'],
  PropertyRestricted: ['SecuringMeasureTaken'],
  PropertyReleased: ['SecuringMeasureLifted'],
  CollectionOrderExecuted: ['CollectionOrderSettled', 'bank.v1.BankOrderExecuted'],
  GuaranteeMoneyAppliedAsPayment: ['GuaranteeMoneyApplied'],
};

/** Fields that the law file wants and that were easy to forget. */
const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  PaymentMistakeFound: ['mistake_code', 'amount'],
  PaymentBooked: ['payer', 'customs_body', 'purpose', 'amount', 'value_date'],
  'bank.v1.BankOrder': ['bank_id', 'holder', 'order_id', 'accounts', 'amount', 'currency'],
  SecuringMeasureTaken: ['items', 'value', 'document'],
  PropertyForeclosed: ['authorized_legal_entity', 'restrictions'],
  CollectionOrderSent: ['bank', 'account', 'amount', 'currency'],
  DebtorNoticeSent: ['debtor', 'amount'],
  GuaranteeMoneyReturned: ['security_number', 'returned'],
  GuaranteeMoneyApplied: ['security_number', 'as_payment'],
  GuaranteeMoneyMovedToBudget: ['security_number', 'amount'],
  AppealRegistered: ['notice_id', 'disputed'],
  AppealDecided: ['notice_id', 'disputed', 'outcome'],
  DebtorListPublished: ['entries'],
  DebtWrittenOff: ['liability_id', 'principal', 'ground_act'],
  CertificateIssued: ['kind', 'issued_on'],
  DeferralGranted: ['deferral_id', 'parts'],
  DeferralRefused: ['deferral_id', 'code'],
  DeferralBroken: ['deferral_id', 'cause'],
};

const messageOf = (name: string) =>
  messageRegistry.getMessage(`shekara.${name.includes('.') ? name : `payments.v1.${name}`}`);

/** The names of a cell: in `DebtNoticeSent / Delivered` the second continues the first without its last word. */
function namesOf(cell: string): readonly string[] {
  const [first = '', ...others] = cell.split('/').map((name) => name.trim());
  const stem = first.replace(/[A-Z][a-z]+$/, '');
  return [first, ...others.map((name) => (messageOf(name) ? name : `${stem}${name}`))];
}

describe('events of the law file for other services', () => {
  const law = readFileSync(new URL('../law/payments.md', import.meta.url), 'utf8');
  const [, section = ''] = law.split('## Events for other services\n');
  const [table = ''] = section.split('Events needed from others');
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  const events = rows.slice(1).flatMap((row) => namesOf(row.split('|')[1] ?? ''));

  it('are each told by a message, under their own name or another', () => {
    expect(events.length).toBeGreaterThan(30);
    const untold = events.filter((event) => !(TOLD_BY[event] ?? [event]).every((name) => messageOf(name)));
    expect(untold).toEqual([]);
  });

  it('carry what the law file wants of them', () => {
    const lacking = Object.entries(KEY_FIELDS).flatMap(([name, fields]) => {
      const known = new Set(messageOf(name)?.fields.map((field) => field.name));
      return fields.filter((field) => !known.has(field)).map((field) => `${name}.${field}`);
    });
    expect(lacking).toEqual([]);
  });
});
