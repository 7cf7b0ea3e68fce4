/** Release sets the due day of a liability; what nothing covers then is late from the next day on (art. 131, 158.2). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import { dueDateOf } from '../obligation/due-date.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { isCharge } from '../payment-kind.js';
import { type DeclarationLiability, uncoveredOf } from './liability.js';

@Injectable()
export class ReleasedLiabilities {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
  ) {}

  /**
   * The liability of goods released on a day, with the due day of its row of the matrix where that is known by then; that of the
   * declaration charge, registration, where nothing else is payable (art. 120.2, 129.3(1)).
   */
  releasedOn(liability: DeclarationLiability, day: CivilDate): DeclarationLiability {
    const released = { ...liability, released: true, releasedOn: day };
    const { status, trigger, registeredOn } = liability;
    if (status === 'NOT_ASSESSED') return released;
    const row = trigger && rowOf(trigger);
    if (!row?.due.some(({ cause }) => cause === undefined)) {
      return owesChargesOnly(liability) ? { ...released, dueOn: registeredOn } : released;
    }
    const due = dueDateOf(row, { days: { REGISTRATION: registeredOn, RELEASE: day } }, this.calendar);
    return due.due === 'ON' ? { ...released, dueOn: due.day } : released;
  }

  /** What fell due was covered after all, or left as a debt of the account: arrears and notices follow (art. 157.1, 293.11(2)). */
  async debtsMoved(work: Work, { released, owner }: DeclarationLiability): Promise<void> {
    if (released) await this.accrual.settled(work, owner);
  }

  /** Interest runs on what is left uncovered after the due day (R-PAY-065, R-PAY-125). The payer's account is held. */
  async fellDue(work: Work, liability: DeclarationLiability): Promise<void> {
    const { trigger, dueOn, owner, declarationNumber, caseId, registeredOn } = liability;
    if (dueOn === undefined) return;
    await this.accrual.fellDue(
      work,
      owner,
      uncoveredOf(liability).map(({ kind, amount }) => ({
        kind,
        amount,
        dueOn,
        document: declarationNumber,
        origin: 'DECLARATION' as const,
        trigger: trigger ?? null,
        arisenOn: registeredOn,
        caseId,
      })),
    );
  }
}

function owesChargesOnly({ kinds }: DeclarationLiability): boolean {
  return kinds.every(({ kind, payable }) => isCharge(kind) || payable.isZero());
}
