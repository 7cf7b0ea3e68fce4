import { Body, Controller, Inject, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOn, officerOf, Roles } from '@shekara/auth';
import { Money, reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { FactsOfGoodsDto } from './earlier-facts.dto.js';
import { type DeclarationLiability, totalOf } from './liability.js';
import { OfficerAssessmentDto, SecuredPaymentDto, statedLineOf } from './officer-liability.dto.js';
import { type HandledLiability, OfficerLiabilities } from './officer-liability.service.js';
import { statedFacts } from './previewed-goods.dto.js';

@ApiTags('liabilities')
@ApiBearerAuth()
@Controller('v1/liabilities/:customsBody/:date/:serial')
export class OfficerLiabilityController {
  constructor(
    @Inject(OfficerLiabilities) private readonly liabilities: OfficerLiabilities,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('assessments')
  @Decides('ASSESSMENT', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Assess by hand what the machine cannot calculate; completes the ASSESSMENT item you claimed (art. 125.2)',
  })
  assess(
    @Param() path: Record<string, string>,
    @Body() dto: OfficerAssessmentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.run(command, path, async (work, liability) => {
      officerOf(command.principal, liability.owner.customsBody);
      const assessment = { trigger: dto.trigger, lines: dto.lines.map(statedLineOf) };
      return answer(await this.liabilities.assess(work, liability, assessment, command.principal));
    });
  }

  @Post('calculations')
  @Decides('ASSESSMENT', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'State the facts that the declaration lacks, and let the machine calculate with them; completes the ASSESSMENT item you claimed (art. 125.2, 386.4)',
  })
  calculate(
    @Param() path: Record<string, string>,
    @Body() dto: FactsOfGoodsDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.run(command, path, async (work, liability) => {
      officerOf(command.principal, liability.owner.customsBody);
      const read = statedFacts(dto, liability.registeredOn);
      if ('reasons' in read) return refusal(read.reasons);
      return answer(await this.liabilities.calculate(work, liability, read.facts, command.principal));
    });
  }

  @Post('secured-payments')
  @Decides('RELEASED_WITHOUT_COVER', [])
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      "Pay what a security covers from the account's confirmed money; paid in full, it is given back (art. 129.2(1))",
  })
  paySecured(
    @Param() path: Record<string, string>,
    @Body() dto: SecuredPaymentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.run(command, path, async (work, liability) => {
      const { payer, customsBody } = liability.owner;
      mayActOn(command.principal, { organisation: payer, customsBody }, ['ACCOUNT_OFFICER']);
      const amount = Money.ofTenge(dto.amount);
      if (!amount.isPositive()) {
        return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/amount' })]);
      }
      const purpose = dto.from === 'KIND' ? dto.kind : dto.from;
      return answer(await this.liabilities.paySecured(work, liability, { kind: dto.kind, purpose, amount }));
    });
  }

  @Post('debts')
  @Decides('RELEASED_WITHOUT_COVER', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Leave uncovered payments of released goods as a debt; completes the RELEASED_WITHOUT_COVER item you claimed',
  })
  leaveAsDebt(@Param() path: Record<string, string>, @Command() command: CommandRequest): Promise<Answer> {
    return this.run(command, path, async (work, liability) => {
      officerOf(command.principal, liability.owner.customsBody);
      return answer(await this.liabilities.leaveAsDebt(work, liability, command.principal));
    });
  }

  private run(
    command: CommandRequest,
    path: Record<string, string>,
    task: (work: Work, liability: DeclarationLiability) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const liability = await this.liabilities.hold(work, `${path.customsBody}/${path.date}/${path.serial}`);
      if (!liability) throw new NotFoundException();
      return task(work, liability);
    });
  }
}

function answer(handled: HandledLiability): Answer {
  if (!handled.accepted) return refusal(handled.reasons);
  const { liability } = handled;
  const { declarationNumber, status, endReason, kinds, security, reasons, dueOn } = liability;
  return {
    status: 201,
    body: {
      declarationNumber,
      status,
      endReason: endReason ?? null,
      dueOn: dueOn ?? null,
      total: totalOf(liability).toString(),
      kinds,
      security: security.number ? { number: security.number, state: security.state } : null,
      reasons,
    },
  };
}
