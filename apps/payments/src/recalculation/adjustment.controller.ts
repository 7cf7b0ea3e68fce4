import { Body, Controller, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, Roles } from '@shekara/auth';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { totalOf } from '../liability/liability.js';
import { OfficerAssessmentDto, statedLineOf } from '../liability/officer-liability.dto.js';
import { OfficerAdjustments } from './officer-adjustment.service.js';

@ApiTags('liabilities')
@ApiBearerAuth()
@Controller('v1/liabilities/:customsBody/:date/:serial')
export class AdjustmentController {
  constructor(
    @Inject(OfficerAdjustments) private readonly adjustments: OfficerAdjustments,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('adjustments')
  @Decides('ASSESSMENT', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Assess by hand a declaration that was adjusted after release; completes the ASSESSMENT item you claimed (art. 289.2)',
  })
  assess(
    @Param() path: Record<string, string>,
    @Body() dto: OfficerAssessmentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const number = `${path.customsBody}/${path.date}/${path.serial}`;
      const liability = await this.adjustments.hold(work, number);
      if (!liability) throw new NotFoundException();
      officerOf(command.principal, liability.owner.customsBody);
      const assessment = { trigger: dto.trigger, lines: dto.lines.map(statedLineOf) };
      const handled = await this.adjustments.assess(work, liability, assessment, command.principal);
      if (!handled.accepted) return refusal(handled.reasons);
      const { declarationNumber, status, kinds } = handled.liability;
      return {
        status: 201,
        body: { declarationNumber, status, total: totalOf(handled.liability).toString(), kinds },
      };
    });
  }
}
