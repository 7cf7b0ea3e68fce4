/** What others are told of overpayments and their orders, and what the history keeps (art. 153, 154). */
import { Inject, Injectable } from '@nestjs/common';
import {
  moneyMessage,
  OffsetExecutedSchema,
  OffsetOrderedSchema,
  OverpaymentConfirmationDeliveredSchema,
  OverpaymentConfirmationLapsedSchema,
  OverpaymentConfirmedSchema,
  OverpaymentRefusedSchema,
  OverpaymentRegisteredSchema,
  OverpaymentSentToTaxAuthoritySchema,
  reasonMessage,
  RefundExecutedSchema,
  RefundOrderedSchema,
  RefundReturnedSchema,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { OverpaymentApplicationEntity } from './overpayment-application.entity.js';
import type { TreasuryOrderEntity } from './treasury-order.entity.js';

const APPLICATION = art(154, 2);
const DECISION = art(154, 5);
const TAX = art(154, 6);
const ORDER = art(154, 7);
const COPY = art(154, 8);

function identity({ id, number, caseId, payer, customsBody }: OverpaymentApplicationEntity) {
  return { applicationId: id, number, caseId, payer, customsBody };
}

function ordered({ applicationId, number, caseId, payer, customsBody, amount }: TreasuryOrderEntity) {
  return {
    applicationId,
    orderNumber: number,
    caseId,
    payer,
    customsBody,
    amount: moneyMessage(Money.ofTenge(amount)),
  };
}

@Injectable()
export class RefundAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  registered(work: Work, application: OverpaymentApplicationEntity): void {
    const { paidAs, purpose, claimed, decideBy, caseId, ground, declarationNumber } = application;
    this.outbox.publish(
      work,
      OverpaymentRegisteredSchema,
      { ...identity(application), paidAs, purpose, claimed: moneyMessage(Money.ofTenge(claimed)), decideBy },
      { caseId, ground: APPLICATION },
    );
    this.record(work, application, 'OverpaymentRegistered', APPLICATION, {
      paidAs,
      purpose,
      claimed,
      decideBy,
      ground,
      declarationNumber,
    });
  }

  overdue(work: Work, application: OverpaymentApplicationEntity): void {
    const { decideBy } = application;
    this.record(work, application, 'OverpaymentDecisionOverdue', art(154, 4), { decideBy });
  }

  confirmed(work: Work, application: OverpaymentApplicationEntity): void {
    const { purpose, confirmed, act, moneyPlace, caseId } = application;
    this.outbox.publish(
      work,
      OverpaymentConfirmedSchema,
      { ...identity(application), purpose, amount: moneyMessage(Money.ofTenge(confirmed)), act: act ?? '' },
      { caseId, ground: DECISION },
    );
    this.record(work, application, 'OverpaymentConfirmed', DECISION, { confirmed, act, moneyPlace });
  }

  refused(work: Work, application: OverpaymentApplicationEntity): void {
    const { act, reasons, caseId } = application;
    this.outbox.publish(
      work,
      OverpaymentRefusedSchema,
      { ...identity(application), act: act ?? '', reasons: reasons.map(reasonMessage) },
      { caseId, ground: DECISION },
    );
    this.record(work, application, 'OverpaymentRefused', DECISION, {
      act,
      reasons: reasons.map(({ code, article, parameters }) => ({ code, article, parameters })),
    });
  }

  delivered(work: Work, application: OverpaymentApplicationEntity): void {
    const { deliveredOn, applyToTaxBy, caseId } = application;
    this.outbox.publish(
      work,
      OverpaymentConfirmationDeliveredSchema,
      { ...identity(application), deliveredOn: deliveredOn ?? '', applyToTaxBy: applyToTaxBy ?? '' },
      { caseId, ground: TAX },
    );
    this.record(work, application, 'OverpaymentConfirmationDelivered', TAX, { deliveredOn, applyToTaxBy });
  }

  lapsed(work: Work, application: OverpaymentApplicationEntity): void {
    const { caseId, applyToTaxBy } = application;
    this.outbox.publish(work, OverpaymentConfirmationLapsedSchema, identity(application), {
      caseId,
      ground: TAX,
    });
    this.record(work, application, 'OverpaymentConfirmationLapsed', TAX, { applyToTaxBy });
  }

  atTax(work: Work, application: OverpaymentApplicationEntity): void {
    const { caseId, taxFiledOn } = application;
    this.outbox.publish(
      work,
      OverpaymentSentToTaxAuthoritySchema,
      { ...identity(application), filedOn: taxFiledOn ?? '' },
      { caseId, ground: TAX },
    );
    this.record(work, application, 'OverpaymentSentToTaxAuthority', TAX, { taxFiledOn });
  }

  concluded(work: Work, application: OverpaymentApplicationEntity): void {
    const { conclusion, held } = application;
    this.record(work, application, 'TaxConclusionRecorded', ORDER, { conclusion, held });
  }

  heldOffsetsDecided(work: Work, application: OverpaymentApplicationEntity, decision: object): void {
    this.record(work, application, 'HeldOffsetsDecided', art(138, 8), decision);
  }

  orderGiven(work: Work, order: TreasuryOrderEntity, conclusion: string): void {
    const { caseId, purpose, debt } = order;
    if (debt) {
      this.outbox.publish(
        work,
        OffsetOrderedSchema,
        {
          ...ordered(order),
          purpose,
          debtCustomsBody: debt.customsBody,
          debtKind: debt.kind,
          debtPart: debt.part,
          conclusion,
        },
        { caseId, ground: ORDER },
      );
    } else {
      this.outbox.publish(
        work,
        RefundOrderedSchema,
        { ...ordered(order), purpose, conclusion },
        { caseId, ground: ORDER },
      );
    }
    this.recordOrder(work, order, debt ? 'OffsetOrdered' : 'RefundOrdered', ORDER, {
      purpose,
      amount: order.amount,
      debt,
      conclusion,
      treatyRule: order.treatyRule,
    });
  }

  orderExecuted(work: Work, order: TreasuryOrderEntity): void {
    const { caseId, purpose, debt, copy, amount, notUsed } = order;
    const executedOn = order.executedOn ?? '';
    if (debt) {
      this.outbox.publish(
        work,
        OffsetExecutedSchema,
        {
          ...ordered(order),
          debtCustomsBody: debt.customsBody,
          debtKind: debt.kind,
          debtPart: debt.part,
          executedOn,
          notUsed: moneyMessage(Money.ofTenge(notUsed)),
        },
        { caseId, ground: COPY },
      );
    } else {
      this.outbox.publish(
        work,
        RefundExecutedSchema,
        { ...ordered(order), purpose, executedOn },
        { caseId, ground: COPY },
      );
    }
    this.recordOrder(work, order, debt ? 'OffsetExecuted' : 'RefundExecuted', COPY, {
      amount,
      notUsed,
      executedOn,
      copy,
    });
  }

  refundReturned(work: Work, order: TreasuryOrderEntity): void {
    const { caseId, purpose, copy, cause, amount } = order;
    const returnedOn = order.returnedOn ?? '';
    this.outbox.publish(
      work,
      RefundReturnedSchema,
      { ...ordered(order), purpose, returnedOn, cause: cause ?? '' },
      { caseId, ground: COPY },
    );
    this.recordOrder(work, order, 'RefundReturned', COPY, { amount, returnedOn, copy, cause });
  }

  private record(
    work: Work,
    { id, caseId, number }: OverpaymentApplicationEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    work.record({
      stream: 'OverpaymentApplication',
      streamId: id,
      caseId,
      type,
      payload: { number, ...payload },
      ground,
    });
  }

  private recordOrder(
    work: Work,
    { applicationId, caseId, number }: TreasuryOrderEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    work.record({
      stream: 'OverpaymentApplication',
      streamId: applicationId,
      caseId,
      type,
      payload: { order: number, ...payload },
      ground,
    });
  }
}
