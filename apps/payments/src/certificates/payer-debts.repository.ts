/** What a payer owes and has overpaid, read from the ledger and from the notices in force (art. 141.2, 142.3). */
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntityManager } from '@shekara/persistence';
import { DebtNoticeEntity, debtsOf, foundOf } from '../debt-notice/debt-notice.entity.js';
import { deferredDuty } from '../deferral/deferred-debts.repository.js';
import type { PaymentKind } from '../payment-kind.js';
import { type PayerBalance } from './payer-balances.js';
import {
  type DebtsOfNotice,
  type DueLine,
  type OverpaidAtBody,
  payerBalances,
  type SumAtBody,
  sumsFallenDue,
  sumsOfAccounts,
  sumsOfNotices,
} from './sums-fallen-due.js';

interface LineRow {
  readonly customsBody: string;
  readonly of: PaymentKind;
  readonly document: string;
  readonly part: DueLine['part'];
  readonly valueDate: string;
  readonly amount: string;
}

interface MoneyRow {
  readonly customsBody: string;
  readonly purpose: string;
  readonly amount: string;
}

/**
 * A sum is due on the day that its late sum keeps, else on the day for which it was posted. Sums of a declaration that is not
 * released are not due (payment is a condition of release, art. 131.3) unless their own due date has passed.
 */
const LINES = `
  SELECT l.customs_body AS "customsBody", l.purpose AS "of", e.document,
         CASE l.account_type WHEN 'PAYER_DUE' THEN 'PRINCIPAL' ELSE 'PENALTY_INTEREST' END AS part,
         (CASE WHEN l.amount > 0 THEN coalesce(s.due_on, e.value_date) ELSE e.value_date END)::text AS "valueDate",
         l.amount::text AS amount
    FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
    LEFT JOIN LATERAL (
      SELECT max(k.due_on) AS due_on FROM late_sums k
       WHERE l.account_type = 'PAYER_DUE' AND k.payer = l.payer AND k.customs_body = l.customs_body
         AND k.document = e.document AND k.kind = l.purpose) AS s ON true
   WHERE l.payer = $1 AND l.account_type IN ('PAYER_DUE', 'INTEREST_DUE')
     AND (s.due_on IS NOT NULL
          OR NOT EXISTS (SELECT FROM liabilities d
                          WHERE d.declaration_number = e.document AND NOT d.released AND d.status <> 'ENDED'))
   ORDER BY l.entry_id, l.line`;

const MONEY = `
  SELECT customs_body AS "customsBody", replace(purpose, 'PENALTY_INTEREST_', '') AS purpose, sum(balance)::text AS amount
    FROM account_balances
   WHERE payer = $1 AND account_type IN ('OVERPAID_MONEY', 'ADVANCE_MONEY') AND balance > 0
   GROUP BY 1, 2 ORDER BY 1, 2`;

/** Payers with a debt on an account, or in a notice in force. */
const IN_DEBT = `
  SELECT payer FROM account_balances WHERE account_type IN ('PAYER_DUE', 'INTEREST_DUE') AND balance > 0
   UNION
  SELECT payer FROM debt_notices WHERE status IN ('SENT', 'DELIVERED', 'SUSPENDED', 'DEFAULTED')
   ORDER BY payer`;

@Injectable()
export class PayerDebts {
  /** Every sum of the payer that fell due, over all customs bodies, as a day sees them. */
  async sumsOn(manager: EntityManager, payer: string, on: CivilDate): Promise<readonly SumAtBody[]> {
    const accounts = sumsOfAccounts(await this.lines(manager, payer));
    return sumsFallenDue(accounts, sumsOfNotices(await this.notices(manager, payer)), on);
  }

  /** The accounts of the payer in all customs bodies on a day (art. 142.3; R-PAY-122). */
  async balancesOn(manager: EntityManager, payer: string, on: CivilDate): Promise<readonly PayerBalance[]> {
    const overpaid = (await this.money(manager, payer)).filter(({ purpose }) => purpose !== 'ADVANCE');
    const ofKinds = overpaid.map(({ purpose, ...of }): OverpaidAtBody => ({
      ...of,
      kind: purpose as PaymentKind,
    }));
    return payerBalances(payer, await this.sumsOn(manager, payer, on), ofKinds, on);
  }

  /** Money sent for future obligations of any kind, by customs body (art. 138.7). */
  async advances(manager: EntityManager, payer: string) {
    const money = await this.money(manager, payer);
    return money
      .filter(({ purpose }) => purpose === 'ADVANCE')
      .map(({ customsBody, amount }) => ({ customsBody, amount }));
  }

  /** BINs and IINs of those who may have debts, in their order. */
  async payersInDebt(manager: EntityManager): Promise<readonly string[]> {
    return (await manager.query<{ payer: string }[]>(IN_DEBT)).map(({ payer }) => payer);
  }

  /** Of import duty, what is deferred is not overdue before its deferral ends (art. 133.1, 136). */
  private async lines(manager: EntityManager, payer: string): Promise<readonly DueLine[]> {
    const rows = await manager.query<LineRow[]>(LINES, [payer]);
    const lines = rows.map((row) => ({ ...row, amount: Money.ofTiyn(BigInt(row.amount)) }));
    const isDeferrable = ({ of, part, amount }: DueLine) =>
      of === 'IMPORT_DUTY' && part === 'PRINCIPAL' && amount.isPositive();
    const documents = [...new Set(lines.filter(isDeferrable).map(({ document }) => document))];
    const deferred = await deferredDuty(manager, documents);
    return lines.flatMap((line) => {
      const duty = isDeferrable(line) ? deferred.get(line.document) : undefined;
      if (duty === undefined || duty.until <= line.valueDate) return [line];
      const later = duty.amount.min(line.amount);
      deferred.set(line.document, { ...duty, amount: duty.amount.minus(later) });
      return [
        { ...line, amount: line.amount.minus(later) },
        { ...line, amount: later, valueDate: duty.until },
      ].filter(({ amount }) => amount.isPositive());
    });
  }

  private async money(manager: EntityManager, payer: string) {
    const rows = await manager.query<MoneyRow[]>(MONEY, [payer]);
    return rows.map((row) => ({ ...row, amount: Money.ofTiyn(BigInt(row.amount)) }));
  }

  /** A notice paid without its interest (PAID_PART) is left out: its additional notice demands what is left (art. 159.5). */
  private async notices(manager: EntityManager, payer: string): Promise<readonly DebtsOfNotice[]> {
    const found = await manager.find(DebtNoticeEntity, {
      where: { payer, status: Not(In(['DRAFT', 'PAID_PART'])) },
      order: { id: 'ASC' },
    });
    return found.map((notice) => ({
      customsBody: notice.customsBody,
      shownOn: notice.sentOn ?? notice.registeredOn,
      ...(notice.closedOn === null ? {} : { closedOn: notice.closedOn }),
      debts: [
        ...foundOf(notice).map(({ kind, unpaid, dueOn }) => ({
          of: kind,
          dueOn,
          principal: unpaid,
          penaltyInterest: Money.ZERO,
        })),
        ...debtsOf(notice).map(({ kind, penaltyInterest }) => ({
          of: kind,
          dueOn: notice.registeredOn,
          principal: Money.ZERO,
          penaltyInterest,
        })),
      ],
    }));
  }
}
