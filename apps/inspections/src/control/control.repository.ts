/** Lists of controls. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ControlEntity } from './control.entity.js';
import type { ControlStatus } from './control.js';

export interface ControlFilter {
  readonly status?: ControlStatus;
  readonly subjectId?: string;
  /** 1 to 200. */
  readonly limit: number;
}

@Injectable()
export class ControlRows {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Controls at the customs bodies, the earliest term first. */
  atPosts(customsBodies: readonly string[], filter: ControlFilter): Promise<ControlEntity[]> {
    const { status, subjectId, limit } = filter;
    return this.dataSource.manager.find(ControlEntity, {
      where: {
        customsBody: In([...customsBodies]),
        ...(status && { status }),
        ...(subjectId && { subjectId }),
      },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }
}
