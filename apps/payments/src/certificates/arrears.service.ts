/** The arrears check as a machine answer, over HTTP and over messages (art. 293.11(2); Code 2017 art. 201(4)). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { ArrearsCheckedSchema, type CheckArrears, reasonMessage } from '@shekara/contracts';
import { art, type Decision, type Regime } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { EntityManager, Work } from '@shekara/persistence';
import { type ArrearsClear, checkArrears } from './arrears.js';
import { PayerDebts } from './payer-debts.repository.js';

@Injectable()
export class ArrearsService {
  constructor(
    @Inject(PayerDebts) private readonly debts: PayerDebts,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Clear on that day, or what is unpaid by group, over all customs bodies (R-PAY-124). */
  async check(
    manager: EntityManager,
    payer: string,
    on: CivilDate,
    regime: Regime,
  ): Promise<Decision<ArrearsClear>> {
    return checkArrears(await this.debts.sumsOn(manager, payer, on), on, regime);
  }

  /** Answers another service that asked; the answer names the request. */
  async answer(work: Work, { requestId, caseId, payer, on }: CheckArrears, regime: Regime): Promise<void> {
    const decision = await this.check(work.manager, payer, on, regime);
    const reasons = decision.accepted ? [] : decision.reasons.map(reasonMessage);
    this.outbox.publish(
      work,
      ArrearsCheckedSchema,
      { requestId, caseId, payer, on, clear: decision.accepted, reasons },
      { caseId, ground: art(293, '11(2)') },
    );
  }
}
