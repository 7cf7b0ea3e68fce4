import { Body, Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { CHANGE_COMMAND_REFUSALS } from '../amendment/amendment-reasons.js';
import { lockedOf, numberOf, scopeOf } from '../goods-declaration/goods-declaration.controller.js';
import { findDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import { WithdrawalDecisionDto, WithdrawalRequestDto } from './withdrawal.dto.js';
import type { WithdrawalEntity } from './withdrawal.entity.js';
import { lockWithdrawal, withdrawalsOf } from './withdrawal.repository.js';
import { type HandledWithdrawal, WithdrawalService } from './withdrawal.service.js';

/** What the declarant and the officer see of it. */
function view({ version: _version, ...shown }: WithdrawalEntity) {
  return shown;
}

function answer({ withdrawal, refused }: HandledWithdrawal): Answer {
  return refused
    ? refusal(refused, { withdrawalId: withdrawal.id })
    : { status: 201, body: view(withdrawal) };
}

@ApiTags('changes of a declaration')
@ApiBearerAuth()
@Controller('v1/goods-declarations/:customsBody/:date/:serial/withdrawals')
export class WithdrawalController {
  constructor(
    @Inject(WithdrawalService) private readonly withdrawals: WithdrawalService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({ summary: 'Ask to withdraw the declaration; refused with every reason (art. 290)' })
  request(
    @Param() path: Record<string, string>,
    @Body() { reason: why, goodsLocation, signature }: WithdrawalRequestDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const signed = !!signature?.value;
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      mayActFor(command.principal, scopeOf(declaration).organisations);
      return answer(
        await this.withdrawals.request(work, declaration, { reason: why, goodsLocation, signed }),
      );
    });
  }

  @Post(':id/decisions')
  @Decides('WITHDRAWAL_REQUEST')
  @Roles('RELEASE_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Permit or reject the withdrawal as the officer who holds the work item (art. 290.3)',
  })
  decide(
    @Param() path: Record<string, string>,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, grounds }: WithdrawalDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const officer = command.principal;
    return this.commands.run(command, async (work) => {
      const declaration = await lockedOf(work, path);
      officerOf(officer, declaration.customsBody);
      const withdrawal = await lockWithdrawal(work, { id, declarationId: declaration.id });
      if (!withdrawal) throw new NotFoundException();
      if (withdrawal.status !== 'REQUESTED')
        return refusal([reason(CHANGE_COMMAND_REFUSALS.REQUEST_NOT_OPEN)]);
      return answer(
        decision === 'PERMIT'
          ? await this.withdrawals.permit(work, declaration, withdrawal, officer)
          : await this.withdrawals.reject(work, declaration, withdrawal, officer, grounds),
      );
    });
  }

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Withdrawals asked for, newest first, with the last day for a new declaration' })
  async list(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const declaration = await findDeclaration(this.dataSource.manager, numberOf(path));
    if (!declaration) throw new NotFoundException();
    mayRead(principal, scopeOf(declaration));
    return { items: (await withdrawalsOf(this.dataSource.manager, declaration.id)).map(view) };
  }
}
