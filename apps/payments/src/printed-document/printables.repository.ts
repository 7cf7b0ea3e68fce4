/** Documents that can be printed, each with who may see it, its template and what a verification says of it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@shekara/persistence';
import type { PrintedDocument } from '@shekara/printing';
import { CertificateEntity } from '../certificates/certificate.entity.js';
import { ReconciliationEntity } from '../certificates/reconciliation.entity.js';
import { DebtNoticeEntity } from '../debt-notice/debt-notice.entity.js';
import { printCertificate } from './certificate-print.js';
import { printDebtNotice } from './debt-notice-print.js';
import type { Printing } from './printed-content.js';
import { printReconciliationAct } from './reconciliation-print.js';
import { ReceiptVoucherEntity } from '../receipt-voucher/receipt-voucher.entity.js';
import { printReceiptVoucher } from './receipt-voucher-print.js';
import { type PrintedKind, type Verified, validityOf } from './verification.js';

export interface Printable {
  readonly payer: string;
  readonly customsBody: string;
  readonly number: string;
  readonly caseId: string;
  /** Undefined before the document is issued. */
  readonly issued?: {
    readonly print: (printing: Printing) => PrintedDocument;
    readonly verified: Omit<Verified, 'kind' | 'number' | 'customsBody'>;
  };
}

@Injectable()
export class Printables {
  private readonly of: Readonly<
    Record<PrintedKind, (manager: EntityManager, id: string) => Promise<Printable | undefined>>
  > = {
    DEBT_NOTICE: debtNotice,
    CERTIFICATE: certificate,
    RECONCILIATION_ACT: reconciliationAct,
    RECEIPT_VOUCHER: receiptVoucher,
  };

  find(manager: EntityManager, kind: PrintedKind, id: string): Promise<Printable | undefined> {
    return this.of[kind](manager, id);
  }
}

async function debtNotice(manager: EntityManager, id: string): Promise<Printable | undefined> {
  const notice = await manager.findOneBy(DebtNoticeEntity, { id });
  if (!notice) return undefined;
  const { payer, customsBody, number, caseId, sentOn, wording, earlierNoticeId } = notice;
  const identity = { payer, customsBody, number, caseId };
  if (sentOn === null || wording === null) return identity;
  const earlier =
    earlierNoticeId === null ? null : await manager.findOneBy(DebtNoticeEntity, { id: earlierNoticeId });
  const printed = { ...notice, sentOn, wording, ...(earlier ? { earlierNumber: earlier.number } : {}) };
  return {
    ...identity,
    issued: {
      print: (printing) => printDebtNotice(printed, printing),
      verified: {
        date: sentOn,
        asOn: sentOn,
        sums: notice.debts.map(({ kind, ...sums }) => ({ kind, sums })),
        validity: validityOf(notice.status),
      },
    },
  };
}

async function certificate(manager: EntityManager, id: string): Promise<Printable | undefined> {
  const found = await manager.findOneBy(CertificateEntity, { id });
  if (!found) return undefined;
  const { payer, customsBody, number, caseId, status, signed, closedOn } = found;
  const identity = { payer, customsBody, number, caseId };
  if (status !== 'ISSUED' || signed === null || closedOn === null) return identity;
  return {
    ...identity,
    issued: {
      print: (printing) => printCertificate({ ...found, signed, issuedOn: closedOn }, printing),
      verified: {
        date: closedOn,
        asOn: closedOn,
        sums: found.debts.map(({ kind, ...sums }) => ({ kind, sums })),
        validity: 'VALID',
      },
    },
  };
}

async function reconciliationAct(manager: EntityManager, id: string): Promise<Printable | undefined> {
  const act = await manager.findOneBy(ReconciliationEntity, { id });
  if (!act) return undefined;
  const { payer, customsBody, number, caseId, asOn, issuedOn } = act;
  const identity = { payer, customsBody, number, caseId };
  if (issuedOn === null || asOn === null) return identity;
  return {
    ...identity,
    issued: {
      print: (printing) => printReconciliationAct({ ...act, asOn, issuedOn }, printing),
      verified: {
        date: issuedOn,
        asOn,
        sums: act.accounts.map(({ kind, byCustoms, balance, difference }) => ({
          kind,
          sums: { byCustoms, byPayer: balance, difference },
        })),
        validity: 'VALID',
      },
    },
  };
}

async function receiptVoucher(manager: EntityManager, id: string): Promise<Printable | undefined> {
  const voucher = await manager.findOneBy(ReceiptVoucherEntity, { id });
  if (!voucher) return undefined;
  const { payer, customsBody, number, caseId, issuedOn, paymentKind, amount, status } = voucher;
  return {
    ...{ payer, customsBody, number, caseId },
    issued: {
      print: (printing) => printReceiptVoucher(voucher, printing),
      verified: {
        date: issuedOn,
        asOn: issuedOn,
        sums: [{ kind: paymentKind, sums: { amount } }],
        validity: validityOf(status),
      },
    },
  };
}
