/**
 * A service behind the door: what `registration` is to the gateway, in a few lines on the real service kit (the house's
 * rules keep one service's tests from importing another service; the real pair is driven by the journeys).
 */
import { Body, Controller, Get, Headers, HttpCode, Inject, Module, Param, Post } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Public, Roles } from '@shekara/auth';
import { design } from '@shekara/kernel';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  type ServiceDefinition,
} from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';

@Controller('v1/arrival-notices')
class ArrivalNotices {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Opens a work item for the posted case, so that the door's queues have something to show. */
  @Post()
  @Roles('CHECKPOINT_SYSTEM')
  @Answers()
  lodge(@Body() body: { caseId: string }, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => ({
      status: 201,
      body: await this.workItems.open(work, {
        kind: 'PLACEMENT_OVERDUE',
        role: 'CHECKPOINT_OFFICER',
        customsBody: '55302',
        subject: 'ArrivalNotice',
        subjectId: body.caseId,
        caseId: body.caseId,
        title: 'Goods are neither stored nor declared',
        article: design('test'),
      }),
    }));
  }

  /** Says what reached it; public, so that only the door can refuse. */
  @Post('seen')
  @HttpCode(200)
  @Public()
  seen(@Headers() headers: Record<string, string>, @Body() body: unknown): object {
    return { headers, body };
  }

  @Get('slow')
  @Public()
  async slow(): Promise<object> {
    await pause(3_000);
    return {};
  }

  @Get(':customsBody/:date/:serial')
  @Public()
  one(@Param() path: Record<string, string>): object {
    return path;
  }
}

@Module({ controllers: [ArrivalNotices] })
class RegistrationStandIn {}

export const registrationStandIn: ServiceDefinition = {
  name: 'registration',
  title: 'Stands in for registration',
  module: RegistrationStandIn,
  migrations: [],
};
