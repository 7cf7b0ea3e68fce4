/** What others are told of deposits, and what their history keeps (art. 145, 156). */
import { Inject, Injectable } from '@nestjs/common';
import {
  GuaranteeMoneyAppliedSchema,
  GuaranteeMoneyMovedToBudgetSchema,
  GuaranteeMoneyReceivedSchema,
  GuaranteeMoneyReturnedSchema,
  GuaranteeMoneyReturnRequestedSchema,
  moneyMessage,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DepositEntity } from './deposit.entity.js';
import type { DepositMovedToBudget, DepositReturned, DepositUse } from './money-guarantee.js';

function identity({ id, caseId, payer, heldBy, securedObligation }: DepositEntity) {
  return { depositId: id, caseId, payer, customsBody: heldBy, securityNumber: securedObligation };
}

@Injectable()
export class DepositAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  received(work: Work, deposit: DepositEntity): void {
    const ground = art(145, 1);
    const { caseId, received, kind } = deposit;
    const amount = moneyMessage(Money.ofTenge(received));
    this.outbox.publish(
      work,
      GuaranteeMoneyReceivedSchema,
      { ...identity(deposit), amount },
      { caseId, ground },
    );
    this.record(work, deposit, 'GuaranteeMoneyReceived', ground, { received, kind });
  }

  fulfilled(work: Work, deposit: DepositEntity): void {
    const { fulfilledOn, applyBy } = deposit;
    this.record(work, deposit, 'SecuredObligationFulfilled', art(156, 1), { fulfilledOn, applyBy });
  }

  returnRequested(work: Work, deposit: DepositEntity): void {
    const ground = art(156, 2);
    const { caseId, payBy, returnRequestedOn } = deposit;
    this.outbox.publish(
      work,
      GuaranteeMoneyReturnRequestedSchema,
      { ...identity(deposit), payBy: payBy ?? '' },
      { caseId, ground },
    );
    this.record(work, deposit, 'GuaranteeMoneyReturnRequested', ground, { returnRequestedOn, payBy });
  }

  returnOverdue(work: Work, deposit: DepositEntity): void {
    this.record(work, deposit, 'GuaranteeMoneyReturnOverdue', art(156, 2), { payBy: deposit.payBy });
  }

  returned(work: Work, deposit: DepositEntity, event: DepositReturned): void {
    const ground = art(156, 5);
    const { debtsDeducted, bankChargesDeducted, returned, paidOn } = event;
    this.outbox.publish(
      work,
      GuaranteeMoneyReturnedSchema,
      {
        ...identity(deposit),
        returned: moneyMessage(returned),
        debtsDeducted: moneyMessage(debtsDeducted),
        bankChargesDeducted: moneyMessage(bankChargesDeducted),
        paidOn,
      },
      { caseId: deposit.caseId, ground },
    );
    this.record(work, deposit, 'GuaranteeMoneyReturned', ground, {
      returned,
      debtsDeducted,
      bankChargesDeducted,
      paidOn,
    });
  }

  useAsked(work: Work, deposit: DepositEntity): void {
    this.record(work, deposit, 'GuaranteeMoneyUseAsked', art(156, 7), { uses: deposit.usesAsked });
  }

  useDeclined(work: Work, deposit: DepositEntity, why: string): void {
    this.record(work, deposit, 'GuaranteeMoneyUseDeclined', art(156, 7), { why });
  }

  applied(work: Work, deposit: DepositEntity, uses: readonly DepositUse[], left: Money): void {
    const ground = art(156, 7);
    const sumOf = (as: DepositUse['as']) =>
      moneyMessage(Money.sum(uses.filter((use) => use.as === as).map(({ amount }) => amount)));
    this.outbox.publish(
      work,
      GuaranteeMoneyAppliedSchema,
      {
        ...identity(deposit),
        asPayment: sumOf('PAYMENT'),
        asGuarantee: sumOf('GUARANTEE'),
        left: moneyMessage(left),
      },
      { caseId: deposit.caseId, ground },
    );
    this.record(work, deposit, 'GuaranteeMoneyApplied', ground, { uses, left });
  }

  /** Guarantees moved a part of it after a default; who hears of that hears it from guarantees. */
  called(work: Work, deposit: DepositEntity, amount: Money, left: Money, order: string): void {
    this.record(work, deposit, 'GuaranteeMoneyCalled', art(145, 3), { amount, left, order });
  }

  movedToBudget(work: Work, deposit: DepositEntity, { amount, movedOn }: DepositMovedToBudget): void {
    const ground = art(156, 8);
    this.outbox.publish(
      work,
      GuaranteeMoneyMovedToBudgetSchema,
      { ...identity(deposit), amount: moneyMessage(amount), movedOn },
      { caseId: deposit.caseId, ground },
    );
    this.record(work, deposit, 'GuaranteeMoneyMovedToBudget', ground, { amount, movedOn });
  }

  private record(work: Work, deposit: DepositEntity, type: string, ground: LegalRef, payload: object): void {
    const { id, caseId, securedObligation } = deposit;
    work.record({
      stream: 'Deposit',
      streamId: id,
      caseId,
      type,
      payload: { security: securedObligation, ...payload },
      ground,
    });
  }
}
