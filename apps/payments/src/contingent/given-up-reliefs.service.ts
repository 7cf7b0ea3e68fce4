/** Reliefs that a declaration gives up after release: by its adjustment (art. 131.6, 315.3(2)) or its withdrawal (art. 290). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import type { PaymentLineView } from '../calculation/line-view.js';
import { dueDateOf } from '../obligation/due-date.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';
import { ContingentClosings } from './contingent-closings.service.js';
import { ContingentLiabilities } from './contingent-liabilities.repository.js';
import { givenUpBy, openSums } from './contingent-liability.js';

const GIVEN_UP = rowOf('CONSUMPTION_RELIEF_GIVEN_UP_BY_AMENDMENT');

@Injectable()
export class GivenUpReliefs {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ContingentLiabilities) private readonly contingents: ContingentLiabilities,
    @Inject(ContingentClosings) private readonly closings: ContingentClosings,
  ) {}

  /**
   * Closes what slept of reliefs that the adjusted declaration claims no more, and answers by kind of payment the day on which
   * it is due: that of the amendment (R-PAY-074). The caller enters the debts, for the new lines owe them in full.
   */
  async adjusted(
    work: Work,
    declarationId: string,
    lines: readonly PaymentLineView[],
    document: string,
  ): Promise<ReadonlyMap<PaymentKind, CivilDate>> {
    const on = this.calendar.civilDate(work.context.at);
    const due = dueDateOf(GIVEN_UP, { days: { AMENDMENT: on } }, this.calendar);
    if (due.due !== 'ON') throw new Error('a relief given up by amendment without a due day');
    const days = new Map<PaymentKind, CivilDate>();
    for (const kept of await this.contingents.holdOpenOf(work, declarationId)) {
      const closing = givenUpBy(kept.state, kept.entity.relief, lines);
      if (closing.length === 0) continue;
      await this.closings.close(work, kept, closing, { by: 'RELIEF_GIVEN_UP', on, dueOn: due.day, document });
      for (const { kind } of closing) days.set(kind, due.day);
    }
    return days;
  }

  /** The declaration is withdrawn: nothing of it sleeps any more. */
  async withdrawn(work: Work, declarationId: string): Promise<void> {
    const on = this.calendar.civilDate(work.context.at);
    for (const kept of await this.contingents.holdOpenOf(work, declarationId))
      await this.closings.close(work, kept, openSums(kept.state), { by: 'DECLARATION_WITHDRAWN', on });
  }
}
