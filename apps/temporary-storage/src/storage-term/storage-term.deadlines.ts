/** The end of a storage term, as a durable timer. */
import { Inject, Injectable } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { STORAGE_TERM } from './storage-term.js';
import { StorageTermService } from './storage-term.service.js';

@Injectable()
export class StorageTermDeadlines {
  constructor(@Inject(StorageTermService) private readonly terms: StorageTermService) {}

  @OnDeadline(STORAGE_TERM)
  async termRanOut(deadline: Deadline, work: Work): Promise<void> {
    await this.terms.termRanOut(work, deadline.subjectId);
  }
}
