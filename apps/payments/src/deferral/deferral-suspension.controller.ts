import { Body, Controller, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';

import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  fieldInvalid,
  refusal,
} from '@shekara/service-kit';
import { ProcedureSuspendedDto } from './deferral.dto.js';
import { DeferralSuspensions } from './deferral-suspensions.service.js';
import { Deferrals } from './deferrals.repository.js';

@ApiTags('deferrals')
@ApiBearerAuth()
@Controller('v1/deferrals')
export class DeferralSuspensionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Deferrals) private readonly deferrals: Deferrals,
    @Inject(DeferralSuspensions) private readonly suspensions: DeferralSuspensions,
  ) {}

  @Post(':id/suspensions')
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'The goods were seized or arrested, or are so no longer: interest on the term stands still meanwhile (art. 312.1)',
  })
  record(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { from, to, evidence }: ProcedureSuspendedDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const kept = await this.deferrals.hold(work, id);
      if (!kept) throw new NotFoundException();
      officerOf(command.principal, kept.entity.customsBody);
      if (!isCivilDate(from)) return fieldInvalid('/from');
      if (to !== undefined && (!isCivilDate(to) || to < from)) return fieldInvalid('/to');
      const said = { from, evidence, ...(to === undefined ? {} : { to }) };
      const recorded = await this.suspensions.record(work, kept, said);
      return recorded.accepted
        ? { status: 201, body: { id, ...recorded.interest } }
        : refusal(recorded.reasons);
    });
  }
}
