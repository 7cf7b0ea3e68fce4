/**
 * camt.053 (statement) and camt.054 (notification) of ISO 20022, versions 02 to 13, as far as payments to the budget need them.
 * The differences between versions are alternatives of one path.
 */
import { type Reason, reason } from '@shekara/kernel';
import { statementReasons as reasons } from './bank-statement-reasons.js';
import { allAt, readXml, textAt, type XmlElement } from './xml.js';

export const MOST_PAYMENTS = 5_000;

/** One payment: an entry, or one transaction of an entry that sums several. */
export interface StatementPayment {
  /** `3` is the third entry, `3.2` the second transaction in it. */
  readonly number: string;
  readonly entry: XmlElement;
  /** The details; absent where the entry has none. */
  readonly details: XmlElement | undefined;
  /** Whether the entry has no other transaction: what it says is said of the payment then. */
  readonly alone: boolean;
}

export interface BankStatement {
  readonly kind: 'camt.053' | 'camt.054';
  readonly messageId: string;
  readonly statementIds: readonly string[];
  /** BIC or other id of the bank that keeps the account. */
  readonly bankId: string;
  readonly payments: readonly StatementPayment[];
}

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\.001\.(0[2-9]|1[0-3])$/;
const ROOTS = { 'camt.053': 'BkToCstmrStmt/Stmt', 'camt.054': 'BkToCstmrDbtCdtNtfctn/Ntfctn' } as const;

type Refusal = readonly [Reason, ...Reason[]];

/** Reads a document, or says why not: reasons of XML, STATEMENT_TYPE_UNKNOWN, STATEMENT_ELEMENT_MISSING with its path. */
export function readStatement(
  text: string,
): { readonly statement: BankStatement } | { readonly reasons: Refusal } {
  const read = readXml(text);
  if ('reason' in read) return { reasons: [read.reason] };
  const { root } = read;
  const kind = NAMESPACE.exec(root.namespace)?.[1];
  if (root.name !== 'Document' || (kind !== 'camt.053' && kind !== 'camt.054')) {
    const parameters = { namespace: root.namespace };
    return { reasons: [reason(reasons.STATEMENT_TYPE_UNKNOWN, { parameters })] };
  }
  return partsOf(root, kind);
}

function partsOf(root: XmlElement, kind: BankStatement['kind']): ReturnType<typeof readStatement> {
  const path = ROOTS[kind];
  const [message = ''] = path.split('/');
  const statements = allAt(root, path);
  const messageId = textAt(root, `${message}/GrpHdr/MsgId`);
  const banks = new Set(statements.map(bankOf));
  const [bankId = ''] = banks;
  const missing = [
    messageId === '' && `/${message}/GrpHdr/MsgId`,
    textAt(root, `${message}/GrpHdr/CreDtTm`) === '' && `/${message}/GrpHdr/CreDtTm`,
    statements.length === 0 && `/${path}`,
    ...statements.flatMap((one, index) => [
      textAt(one, 'Id') === '' && `/${path}[${index + 1}]/Id`,
      textAt(one, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id') === '' && `/${path}[${index + 1}]/Acct/Id`,
      bankOf(one) === '' && `/${path}[${index + 1}]/Acct/Svcr/FinInstnId`,
    ]),
  ].flatMap((pointer) => (pointer === false ? [] : [reason(reasons.STATEMENT_ELEMENT_MISSING, { pointer })]));
  const payments = statements
    .flatMap((one) => allAt(one, 'Ntry'))
    .flatMap((entry, index) => paymentsOf(entry, index + 1));
  const [first, ...rest] = [
    ...missing,
    ...(banks.size > 1 ? [reason(reasons.STATEMENT_OF_SEVERAL_BANKS)] : []),
    ...(payments.length > MOST_PAYMENTS
      ? [
          reason(reasons.STATEMENT_TOO_MANY_ENTRIES, {
            parameters: { payments: String(payments.length), most: String(MOST_PAYMENTS) },
          }),
        ]
      : []),
  ];
  if (first) return { reasons: [first, ...rest] };
  const statementIds = statements.map((one) => textAt(one, 'Id'));
  return { statement: { kind, messageId, statementIds, bankId, payments } };
}

/** The bank that keeps the account: BIC (version 02), BICFI (from 03), a member number, another id. */
function bankOf(statement: XmlElement): string {
  const bank = 'Acct/Svcr/FinInstnId';
  return textAt(statement, `${bank}/BICFI`, `${bank}/BIC`, `${bank}/ClrSysMmbId/MmbId`, `${bank}/Othr/Id`);
}

function paymentsOf(entry: XmlElement, number: number): readonly StatementPayment[] {
  const transactions = allAt(entry, 'NtryDtls/TxDtls');
  if (transactions.length <= 1)
    return [{ number: String(number), entry, details: transactions[0], alone: true }];
  return transactions.map((details, index) => ({
    number: `${number}.${index + 1}`,
    entry,
    details,
    alone: false,
  }));
}
