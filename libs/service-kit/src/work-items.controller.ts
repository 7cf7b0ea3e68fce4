import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import { type QueuePage, WorkItemQueues, WorkItems } from '@shekara/work-items';
import { Answers } from './answer.interceptor.js';
import { type Answer, Command, type CommandRequest, Commands } from './commands.js';

class QueueQuery {
  @IsOptional()
  @Length(5, 5)
  customsBody?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  kind?: string;

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
export class WorkItemsController {
  constructor(
    @Inject(WorkItemQueues) private readonly queues: WorkItemQueues,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Open decisions of your roles at your posts, the earliest legal term first' })
  page(@CurrentPrincipal() officer: Principal, @Query() query: QueueQuery): Promise<QueuePage> {
    return this.queues.page(officer, {
      customsBody: query.customsBody,
      kind: query.kind,
      after: query.after,
      limit: query.limit,
    });
  }

  @Post(':id/claim')
  @Answers()
  @ApiOperation({ summary: 'Take a work item; nobody else can decide it until you release it' })
  claim(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 200,
      body: await this.workItems.claim(work, id, command.principal),
    }));
  }

  @Post(':id/release')
  @Answers()
  @ApiOperation({ summary: 'Put a work item back into its queue' })
  release(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 200,
      body: await this.workItems.release(work, id, command.principal),
    }));
  }
}
