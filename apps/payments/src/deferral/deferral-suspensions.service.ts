/** Seizure or arrest of deferred goods: no interest on the changed term runs meanwhile; penalty interest does (art. 312.1, 158). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { art, type Money, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { keepSuspension, type SuspensionRecorded, suspensionsOf } from './deferral-suspensions.repository.js';
import { unfitDeferral } from './deferral.js';
import type { KeptDeferral } from './deferrals.repository.js';
import { accruingDays, scheduleInterest } from './instalment-schedule.js';

/** Interest on the changed term as it accrues with the suspensions. */
export interface InterestOnTerm {
  readonly suspensions: readonly SuspensionRecorded[];
  readonly parts: readonly {
    readonly dueOn: CivilDate;
    readonly amount: Money;
    readonly interestDays: number;
  }[];
  readonly termChangeInterest: Money;
}

@Injectable()
export class DeferralSuspensions {
  constructor(@Inject(REFERENCE_DATA) private readonly reference: ReferenceData) {}

  /**
   * Records a suspension of the procedure, or its end, and counts the interest on the term anew (R-PAY-137). The deferral is
   * locked. Refuses DEFERRAL_STATE_UNFIT for one that was not granted.
   */
  async record(
    work: Work,
    { entity, state }: KeptDeferral,
    suspension: SuspensionRecorded,
  ): Promise<{ readonly accepted: true; readonly interest: InterestOnTerm } | Refused> {
    const unfit = unfitDeferral(state, 'GRANTED', 'BROKEN', 'ENDED');
    if (unfit) return refuse(unfit);
    const { id, caseId, decidedOn } = entity;
    if (decidedOn === null) throw new Error(`deferral ${id} was granted on no day`);
    await keepSuspension(work, id, suspension);
    const suspensions = await suspensionsOf(work, id);
    const { parameters } = this.reference;
    const rate = {
      percentAYear: parameters.get('TERM_CHANGE_INTEREST_PERCENT', decidedOn),
      daysOfYear: parameters.get('PENALTY_INTEREST_YEAR', decidedOn),
    };
    const { amount: termChangeInterest } = scheduleInterest(state.parts, decidedOn, suspensions, rate);
    entity.termChangeInterest = termChangeInterest.toString();
    await work.manager.save(entity);
    work.record({
      stream: 'Deferral',
      streamId: id,
      caseId,
      type: 'DeferralProcedureSuspended',
      payload: { ...suspension, termChangeInterest },
      ground: art(312, 1),
    });
    const parts = state.parts.map((part) => ({
      ...part,
      interestDays: accruingDays(decidedOn, part.dueOn, suspensions),
    }));
    return { accepted: true, interest: { suspensions, parts, termChangeInterest } };
  }
}
