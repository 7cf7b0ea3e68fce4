/** A payment of a statement, read into a bank's confirmation; the mapping of tags is in the README of payments. */
import { isCivilDate, type LegalCalendar } from '@shekara/calendar';
import { Money, type Reason, reason } from '@shekara/kernel';
import { PAYMENT_CHANNELS } from '../money-receipt/bank-confirmation.js';
import type { ConfirmationMessage } from '../money-receipt/confirmation-message.js';
import { entryReasons as reasons } from './bank-statement-reasons.js';
import type { StatementPayment } from './camt-statement.js';
import { allAt, textAt, type XmlElement } from './xml.js';

export type ReadPayment = { readonly reference: string } & (
  { readonly message: ConfirmationMessage } | { readonly reasons: readonly [Reason, ...Reason[]] }
);

const NOTHING: XmlElement = { name: '', namespace: '', attributes: new Map(), text: '', children: [] };
const AMOUNT = /^-?\d{1,15}(\.\d{1,5})?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads one payment of the bank. Refuses an entry that is not booked, a debit, a reversal, one whose transactions do not sum
 * to it, and one with a field that cannot be read; each with its own code. Everything else is judged as a confirmation.
 */
export function readPayment(payment: StatementPayment, bankId: string, calendar: LegalCalendar): ReadPayment {
  const { entry, details = NOTHING, alone } = payment;
  const reference =
    textAt(details, 'Refs/AcctSvcrRef') || (alone ? textAt(entry, 'AcctSvcrRef', 'NtryRef') : '');
  const amount = amountOf(payment);
  const status = textAt(entry, 'Sts/Cd', 'Sts');
  const indicator = textAt(entry, 'CdtDbtInd');
  const reversal = textAt(entry, 'RvslInd');
  const paidOn =
    dayAt(details, calendar, 'RltdDts/AccptncDtTm', 'RltdDts/IntrBkSttlmDt') ?? entryDay(entry, calendar);
  const unread = (
    [
      ['Refs/AcctSvcrRef', reference === ''],
      ['Amt', amount === undefined],
      ['CdtDbtInd', indicator !== 'CRDT' && indicator !== 'DBIT'],
      ['RvslInd', !['', 'true', 'false', '0', '1'].includes(reversal)],
      ['Sts', status === ''],
      ['ValDt', paidOn === undefined],
    ] as const
  ).flatMap(([field, isUnread]) =>
    isUnread ? [reason(reasons.ENTRY_FIELD_UNREADABLE, { pointer: `/${field}` })] : [],
  );
  const [first, ...rest] = [
    ...unread,
    ...(status !== '' && status !== 'BOOK'
      ? [reason(reasons.ENTRY_NOT_BOOKED, { pointer: '/Sts', parameters: { status } })]
      : []),
    ...(reversal === 'true' || reversal === '1'
      ? [reason(reasons.ENTRY_IS_REVERSAL, { pointer: '/RvslInd' })]
      : indicator === 'DBIT'
        ? [reason(reasons.ENTRY_IS_DEBIT, { pointer: '/CdtDbtInd' })]
        : []),
    ...(sumDiffers(payment) ? [reason(reasons.ENTRY_SUM_DIFFERS, { pointer: '/Amt' })] : []),
  ];
  if (first) return { reference, reasons: [first, ...rest] };
  if (!amount || !paidOn) throw new Error('a field is neither read nor named');
  const transferredOn = dayAt(entry, calendar, 'BookgDt/Dt', 'BookgDt/DtTm') ?? '';
  return {
    reference,
    message: { ...remittanceOf(details), bankId, bankReference: reference, ...amount, paidOn, transferredOn },
  };
}

/** Amount and currency of the transaction: its own, or the entry's where it stands alone. */
function amountOf({ entry, details = NOTHING, alone }: StatementPayment) {
  const own = allAt(details, 'Amt')[0] ?? allAt(details, 'AmtDtls/TxAmt/Amt')[0];
  const element = own ?? (alone ? allAt(entry, 'Amt')[0] : undefined);
  const amount = element?.text.trim() ?? '';
  const currency = element?.attributes.get('Ccy') ?? '';
  return AMOUNT.test(amount) && currency !== '' ? { amount, currency } : undefined;
}

/** An entry of several transactions is their sum; one that cannot be read is refused for that already. */
function sumDiffers({ entry, alone }: StatementPayment): boolean {
  if (alone) return false;
  const total = textAt(entry, 'Amt');
  const parts = allAt(entry, 'NtryDtls/TxDtls').map(
    (details) => amountOf({ number: '', entry, details, alone: false })?.amount,
  );
  if (!WHOLE_TIYN.test(total) || parts.some((part) => part === undefined || !WHOLE_TIYN.test(part)))
    return false;
  return Money.sum(parts.map((part) => Money.ofTenge(part ?? ''))).compare(Money.ofTenge(total)) !== 0;
}

const WHOLE_TIYN = /^-?\d{1,15}(\.\d{1,2})?$/;

/** The legal day in Kazakhstan of the first date or instant that is there. */
function dayAt(
  element: XmlElement,
  calendar: LegalCalendar,
  ...paths: readonly string[]
): string | undefined {
  const text = textAt(element, ...paths);
  if (ZONED.test(text)) return calendar.civilDate(new Date(text));
  const day = text.slice(0, 10);
  return isCivilDate(day) && (text.length === 10 || text.charAt(10) === 'T') ? day : undefined;
}

function entryDay(entry: XmlElement, calendar: LegalCalendar): string | undefined {
  return dayAt(entry, calendar, 'ValDt/Dt', 'ValDt/DtTm', 'BookgDt/Dt', 'BookgDt/DtTm');
}

/** Whom and what the payment is for. Structured tax data wins over the code words of the text. */
function remittanceOf(details: XmlElement) {
  const tax = allAt(details, 'RmtInf/Strd/TaxRmt')[0] ?? allAt(details, 'Tax')[0] ?? NOTHING;
  const purpose = allAt(details, 'RmtInf/Ustrd')
    .map(({ text }) => text.trim())
    .join(' ');
  const words = codeWords(purpose);
  const debtor = partyOf(details, 'Dbtr');
  const payer = partyOf(details, 'UltmtDbtr');
  const number = textAt(tax, 'Dbtr/TaxId') || words('IDN') || payer.number || debtor.number;
  const paidByOther = debtor.number !== '' && debtor.number !== number;
  const channel = textAt(details, 'BkTxCd/Prtry/Cd');
  const kind = textAt(tax, 'Rcrd/Ctgy') || words('KIND');
  return {
    payerName: payer.name || (paidByOther ? '' : debtor.name),
    payerIdentificationNumber: number,
    customsBody: textAt(tax, 'AdmstnZone', 'AdmstnZn') || words('BODY'),
    budgetCode: textAt(tax, 'Rcrd/CtgyDtls') || words('KBK'),
    paymentKind: kind === 'ADVANCE' ? '' : kind,
    advance: kind === 'ADVANCE',
    channel: (PAYMENT_CHANNELS as readonly string[]).includes(channel) ? channel : 'BANK_TRANSFER',
    purpose,
    paymentOrder: textAt(details, 'Refs/InstrId'),
    taxBeneficiaryId: textAt(tax, 'Cdtr/TaxId') || words('BEN'),
    payerNonResident: !['', 'KZ'].includes((payer.number ? payer : debtor).country),
    identityDocumentsChecked: words('IDCHECKED') === 'Y',
    ...(paidByOther ? { thirdParty: { name: debtor.name, identificationNumber: debtor.number } } : {}),
  };
}

/** A party: below `Pty` from version 08. */
function partyOf(details: XmlElement, role: 'Dbtr' | 'UltmtDbtr') {
  const at = (path: string) => textAt(details, `RltdPties/${role}/Pty/${path}`, `RltdPties/${role}/${path}`);
  return {
    name: at('Nm'),
    number: at('Id/OrgId/Othr/Id') || at('Id/PrvtId/Othr/Id'),
    country: at('CtryOfRes') || at('PstlAdr/Ctry'),
  };
}

/** `/IDN/980540000397/KBK/106105/BODY/55302/KIND/ADVANCE/BEN/6210/ any text`: values by their words. */
function codeWords(text: string): (word: string) => string {
  return (word) => new RegExp(`(?:^|[\\s/])${word}/([^/\\s]+)`).exec(text)?.[1] ?? '';
}
