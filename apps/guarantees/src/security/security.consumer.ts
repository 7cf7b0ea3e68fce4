/** The end of a security's last day. */
import { Controller, Inject } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { SecurityRepository } from './security.repository.js';
import { SECURITY_END, SecurityService } from './security.service.js';

@Controller()
export class SecurityConsumer {
  constructor(
    @Inject(SecurityService) private readonly service: SecurityService,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
  ) {}

  @OnDeadline(SECURITY_END)
  async ended(deadline: Deadline, work: Work): Promise<void> {
    await this.service.end(work, await this.securities.lockById(work, deadline.subjectId));
  }
}
