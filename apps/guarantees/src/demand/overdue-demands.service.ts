/** What customs does when a guarantor did not pay in its days (Q-GUA-8; art. 146.5, 147.4, 149.5). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { DemandAnnouncements } from './demand-announcements.service.js';
import type { DemandEntity, OverdueMeasure } from './demand.entity.js';
import { demandReasons as reasons } from './demand-reasons.js';
import type { DemandHandled } from './demand.service.js';
import { SECURITY_DEMAND_OVERDUE } from './demand-terms.service.js';

@Injectable()
export class OverdueDemands {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(DemandAnnouncements) private readonly announcements: DemandAnnouncements,
  ) {}

  /**
   * A claim in court, or the backing that a surety gave for itself (R-GUA-085). The demand stays overdue until its result is
   * recorded. Refuses DEMAND_STATE_UNFIT, and DEMAND_PATH_UNFIT for the backing of anybody but a surety.
   */
  async takeMeasure(
    work: Work,
    demand: DemandEntity,
    { measure, document }: Omit<OverdueMeasure, 'on'>,
    officer: Principal,
  ): Promise<DemandHandled> {
    if (demand.state !== 'OVERDUE')
      return refuse(
        reason(reasons.DEMAND_STATE_UNFIT, { parameters: { state: demand.state, fit: 'OVERDUE' } }),
      );
    if (measure === 'SURETY_BACKING' && demand.path !== 'DEMAND_SURETY')
      return refuse(reason(reasons.DEMAND_PATH_UNFIT, { pointer: '/measure' }));
    await this.workItems.complete(work, SECURITY_DEMAND_OVERDUE, demand.id, officer, measure);
    const on = this.calendar.civilDate(work.context.at);
    demand.overdueMeasures = [...demand.overdueMeasures, { measure, document, on }];
    await work.manager.save(demand);
    this.announcements.overdueMeasure(work, demand);
    return { accepted: true, demand };
  }
}
