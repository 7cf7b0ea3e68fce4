import { Body, Controller, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, ProblemException, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { reason } from '@shekara/kernel';
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
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { AccountDebtClosureDto, AccountDebtNoticeDto } from './account-debt.dto.js';
import { AccountDebtNotices, type DebtOnAccount } from './account-debt-notices.service.js';

@ApiTags('debts')
@ApiBearerAuth()
@Controller('v1/debts')
export class AccountDebtController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(AccountDebtNotices) private readonly notices: AccountDebtNotices,
  ) {}

  @Post(':id/notices')
  @Decides('DEBT_ON_ACCOUNT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Draft the notice of a debt on the account: all overdue sums of its document; completes the item you claimed (art. 159.2)',
  })
  draft(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AccountDebtNoticeDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.onDebt(command, id, async (work, debt) => {
      if (!isCivilDate(dto.limitationStartedOn)) {
        return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/limitationStartedOn' })]);
      }
      const handled = await this.notices.draft(work, debt, dto, command.principal);
      if (!handled.accepted) throw ProblemException.refused(handled.reasons);
      const { version: _version, ...notice } = handled.notice;
      return { status: 201, body: notice };
    });
  }

  @Post(':id/closures')
  @Decides('DEBT_ON_ACCOUNT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'No notice is issued for the debt; completes the item you claimed (art. 157.6)' })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { why }: AccountDebtClosureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.onDebt(command, id, async (work, debt) => {
      await this.notices.close(work, debt, why, command.principal);
      return { status: 200, body: { id, outcome: 'CLOSED' } };
    });
  }

  private onDebt(
    command: CommandRequest,
    id: string,
    task: (work: Work, debt: DebtOnAccount) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const found = await this.lateSums.accountOf(work.manager, id);
      if (!found) throw new NotFoundException();
      officerOf(command.principal, found.customsBody);
      const { document, ...owner } = found;
      return task(work, { id, owner, document });
    });
  }
}
