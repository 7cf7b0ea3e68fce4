/** What payments tells of an adjustment after release: published and kept in the history. */
import { Inject, Injectable } from '@nestjs/common';
import {
  AdjustmentNotAssessedSchema,
  moneyMessage,
  PaymentsAdjustedSchema,
  timestampOf,
} from '@shekara/contracts';
import { art, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DeclarationLiability, SaidReason } from '../liability/liability.js';
import type { OpenedBy } from './adjusted-payments.js';
import type { AdjustmentOfDeclaration } from './adjustments.repository.js';
import type { LoweredKind } from './lowered-payments.js';

const STREAM = 'Liability';
const BY: Readonly<Record<OpenedBy, ReturnType<typeof art>>> = {
  DECLARANT: art(289, 2),
  CUSTOMS: art(289, 3),
};

export interface AdjustmentTaken extends AdjustmentOfDeclaration {
  readonly lowered: readonly LoweredKind[];
  readonly debts: unknown;
}

@Injectable()
export class AdjustmentAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** The account follows the adjusted declaration. */
  taken(
    work: Work,
    before: DeclarationLiability,
    now: DeclarationLiability,
    { adjustmentId, version, openedBy, lowered, debts }: AdjustmentTaken,
  ): void {
    const { declarationId, declarationNumber, caseId } = now;
    const ground = BY[openedBy];
    const payments = changesOf(before, now);
    const calculatedBy = openedBy === 'DECLARANT' ? 'PAYER' : 'CUSTOMS';
    this.outbox.publish(
      work,
      PaymentsAdjustedSchema,
      {
        ...{ declarationId, declarationNumber, caseId, adjustmentId, calculatedBy },
        declarationVersion: version,
        payments: payments.map((payment) => ({
          paymentKind: payment.kind,
          before: moneyMessage(payment.before),
          after: moneyMessage(payment.after),
        })),
        adjustedAt: timestampOf(work.context.at),
      },
      { caseId, ground },
    );
    const payload = { adjustmentId, version, calculatedBy, payments, lowered, debts };
    work.record({
      ...{ stream: STREAM, streamId: declarationId, caseId, ground, payload },
      type: 'PaymentsAdjusted',
    });
  }

  /** An officer is to assess the adjusted declaration. */
  toAssess(
    work: Work,
    { declarationId, declarationNumber, caseId }: DeclarationLiability,
    { adjustmentId, version, openedBy }: AdjustmentOfDeclaration,
    reasons: readonly SaidReason[],
  ): void {
    const ground = BY[openedBy];
    this.outbox.publish(
      work,
      AdjustmentNotAssessedSchema,
      {
        ...{ declarationId, declarationNumber, caseId, adjustmentId },
        declarationVersion: version,
        reasons: reasons.map(({ code, article, pointer = '', parameters }) => ({
          ...{ code, article, pointer },
          parameters: { ...parameters },
        })),
        checkedAt: timestampOf(work.context.at),
      },
      { caseId, ground },
    );
    const payload = { adjustmentId, version, reasons: reasons.map(({ code }) => code) };
    work.record({
      ...{ stream: STREAM, streamId: declarationId, caseId, ground, payload },
      type: 'AdjustmentNotAssessed',
    });
  }
}

/** The kinds whose sum is another now. */
function changesOf(before: DeclarationLiability, now: DeclarationLiability) {
  const sums = (liability: DeclarationLiability) =>
    new Map(liability.kinds.map(({ kind, payable }) => [kind, payable]));
  const [old, next] = [sums(before), sums(now)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((kind) => ({ kind, before: old.get(kind) ?? Money.ZERO, after: next.get(kind) ?? Money.ZERO }))
    .filter((change) => change.before.compare(change.after) !== 0);
}
