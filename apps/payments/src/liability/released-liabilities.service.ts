/** Release sets the due day of a liability; what nothing covers then is late from the next day on (art. 131, 158.2). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import { dueDateOf } from '../obligation/due-date.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { type DeclarationLiability, uncoveredOf } from './liability.js';

@Injectable()
export class ReleasedLiabilities {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
  ) {}

  /** The liability of goods released on a day, with the due day of its row of the matrix where that is known by then. */
  releasedOn(liability: DeclarationLiability, day: CivilDate): DeclarationLiability {
    const released = { ...liability, released: true, releasedOn: day };
    if (!liability.trigger) return released;
    const days = { REGISTRATION: liability.registeredOn, RELEASE: day };
    const row = rowOf(liability.trigger);
    const decided = row.due.some(({ cause }) => cause === undefined);
    const due = decided ? dueDateOf(row, { days }, this.calendar) : undefined;
    return due?.due === 'ON' ? { ...released, dueOn: due.day } : released;
  }

  /** Interest runs on what is left uncovered after the due day (R-PAY-065, R-PAY-125). The payer's account is held. */
  async fellDue(work: Work, liability: DeclarationLiability): Promise<void> {
    const { trigger, dueOn, owner, declarationNumber, caseId, registeredOn } = liability;
    if (!trigger || dueOn === undefined) return;
    await this.accrual.fellDue(
      work,
      owner,
      uncoveredOf(liability).map(({ kind, amount }) => ({
        kind,
        amount,
        dueOn,
        document: declarationNumber,
        origin: 'DECLARATION' as const,
        trigger,
        arisenOn: registeredOn,
        caseId,
      })),
    );
  }
}
