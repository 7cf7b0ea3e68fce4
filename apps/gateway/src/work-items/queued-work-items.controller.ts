import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import type { WorkItemStatus } from '@shekara/work-items';
import { type QueuedPage, QueuedWorkItems } from './queued-work-items.js';

const STATUSES: readonly WorkItemStatus[] = ['OPEN', 'CLAIMED', 'COMPLETED', 'CANCELLED'];
/** What waits for a decision. */
const WAITING: readonly WorkItemStatus[] = ['OPEN', 'CLAIMED'];

class QueuedQuery {
  @IsOptional()
  @Length(5, 5)
  customsBody?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  kind?: string;

  /** Without it: OPEN and CLAIMED. */
  @IsOptional()
  @IsIn([...STATUSES])
  status?: WorkItemStatus;

  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

@ApiTags('work items')
@ApiBearerAuth()
@Controller('v1/work-items')
@Roles(
  'CHECKPOINT_OFFICER',
  'RELEASE_OFFICER',
  'INSPECTION_OFFICER',
  'ACCOUNT_OFFICER',
  'REGISTRAR',
  'RISK_ANALYST',
  'HEAD_OF_POST',
)
export class QueuedWorkItemsController {
  constructor(@Inject(QueuedWorkItems) private readonly queued: QueuedWorkItems) {}

  @Get()
  @ApiOperation({
    summary:
      'Decisions of your roles at your posts over all services: priority goods, then the earliest legal term',
  })
  page(@CurrentPrincipal() officer: Principal, @Query() query: QueuedQuery): Promise<QueuedPage> {
    return this.queued.page(officer, {
      customsBody: query.customsBody,
      kind: query.kind,
      statuses: query.status === undefined ? WAITING : [query.status],
      after: query.after,
      limit: query.limit,
    });
  }
}
