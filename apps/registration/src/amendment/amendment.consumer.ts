/** The end of the term of a demand. */
import { Controller, Inject } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { AmendmentDemandService } from './amendment-demand.service.js';
import { AMENDMENT_DEMAND } from './amendment-queues.js';

@Controller()
export class AmendmentConsumer {
  constructor(@Inject(AmendmentDemandService) private readonly demands: AmendmentDemandService) {}

  @OnDeadline(AMENDMENT_DEMAND)
  demandRanOut({ subjectId }: Deadline, work: Work): Promise<void> {
    return this.demands.ranOut(work, subjectId);
  }
}
