/** What banks are told of orders, and what their history keeps. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BankOrderSchema, moneyMessage, timestampOf } from '@shekara/contracts';
import { art, type LegalRef, Money, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { BankOrderEntity } from './bank-order.entity.js';

const STREAM = 'BankOrder';
const RECEIVED_BY_BANK = art(162, 3);
const ANSWERED = art(165, 5);

@Injectable()
export class BankOrderAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  issued(work: Work, order: BankOrderEntity, ground: LegalRef): void {
    this.outbox.publish(
      work,
      BankOrderSchema,
      {
        orderId: order.id,
        bankId: order.bankId,
        kind: order.kind,
        number: order.number,
        earlierOrderId: order.earlierOrderId ?? '',
        caseId: order.caseId,
        customsBody: order.customsBody,
        holder: order.holder,
        holderName: order.holderName,
        accounts: [...order.accounts],
        ...(order.amount === null ? {} : { amount: moneyMessage(Money.ofTenge(order.amount)) }),
        currency: order.currency ?? '',
        paymentKind: order.paymentKind ?? '',
        budgetCode: order.budgetCode ?? '',
        article: order.article,
        issuedAt: timestampOf(order.issuedAt),
        acknowledgeBy: order.acknowledgeBy,
      },
      { caseId: order.caseId, ground },
    );
    const { kind, number, bankId, holder, accounts, amount, earlierOrderId } = order;
    const payload = { kind, number, bankId, holder, accounts, amount, earlierOrderId };
    this.record(work, order, 'BankOrderIssued', ground, payload);
  }

  recalled(work: Work, order: BankOrderEntity, ground: LegalRef): void {
    this.record(work, order, 'BankOrderRecalled', ground, { number: order.number });
  }

  acknowledged(work: Work, order: BankOrderEntity): void {
    const { acknowledgedAt, executeBy } = order;
    this.record(work, order, 'BankOrderAcknowledged', RECEIVED_BY_BANK, { acknowledgedAt, executeBy });
  }

  answered(work: Work, order: BankOrderEntity): void {
    this.record(work, order, 'BankOrderAnswered', ANSWERED, { status: order.status, answer: order.answer });
  }

  refused(work: Work, order: BankOrderEntity): void {
    this.record(work, order, 'BankOrderRefused', ANSWERED, { refusal: order.refusal });
  }

  late(work: Work, order: BankOrderEntity, term: string): void {
    this.record(work, order, 'BankLate', ANSWERED, { term, bankId: order.bankId });
  }

  /** An answer to an order that is not there has a history of its own. */
  untaken(
    work: Work,
    orderId: string,
    caseId: string | undefined,
    said: unknown,
    reasons: readonly Reason[],
  ): void {
    const id = caseId === undefined ? uuidv7() : orderId;
    work.record({
      stream: STREAM,
      streamId: id,
      caseId: caseId ?? id,
      type: 'BankAnswerNotTaken',
      ground: ANSWERED,
      payload: {
        said,
        reasons: reasons.map(({ code, pointer, parameters }) => ({ code, pointer, parameters })),
      },
    });
  }

  private record(
    work: Work,
    { id, caseId }: BankOrderEntity,
    type: string,
    ground: LegalRef,
    payload: unknown,
  ): void {
    work.record({ stream: STREAM, streamId: id, caseId, type, payload, ground });
  }
}
