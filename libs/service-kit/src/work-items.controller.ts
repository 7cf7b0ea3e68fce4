import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import { type QueuePage, type WorkItemEvent, WorkItemQueues, WorkItems } from '@shekara/work-items';
import { Answers } from './answer.interceptor.js';
import type { Answer } from './answer.js';
import { Command, type CommandRequest, Commands } from './commands.js';

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

class NextOf {
  @IsOptional()
  @Length(5, 5)
  customsBody?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  kind?: string;
}

class Reassignment {
  /** Subject of the officer's token; without it the item goes back to its queue. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  to?: string;
}

class Escalation {
  /** Why an officer cannot decide it. */
  @IsString()
  @Length(1, 500)
  why!: string;
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
  @ApiOperation({
    summary: 'Open decisions of your roles at your posts: priority goods, then the earliest legal term',
  })
  page(@CurrentPrincipal() officer: Principal, @Query() query: QueueQuery): Promise<QueuePage> {
    return this.queues.page(officer, {
      customsBody: query.customsBody,
      kind: query.kind,
      after: query.after,
      limit: query.limit,
    });
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Who did what with a work item, oldest first' })
  history(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPrincipal() officer: Principal,
  ): Promise<readonly WorkItemEvent[]> {
    return this.queues.history(officer, id);
  }

  @Post('claim-next')
  @Answers()
  @ApiOperation({
    summary: 'Take the first work item of your queues that nobody holds; `item` is null when none waits',
  })
  claimNext(@Body() next: NextOf, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 200,
      body: { item: (await this.workItems.claimNext(work, command.principal, next)) ?? null },
    }));
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

  @Post(':id/reassign')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Give a work item of your post to an officer, or back to its queue, whoever holds it',
  })
  reassign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { to }: Reassignment,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 200,
      body: await this.workItems.reassign(work, id, command.principal, to ?? null),
    }));
  }

  @Post(':id/escalate')
  @Answers()
  @ApiOperation({ summary: 'Pass a work item to the head of the post' })
  escalate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { why }: Escalation,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 200,
      body: { escalated: await this.workItems.escalate(work, id, why, command.principal) },
    }));
  }
}
