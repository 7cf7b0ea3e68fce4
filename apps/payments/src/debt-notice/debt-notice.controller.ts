import {
  Body,
  Controller,
  Get,
  Inject,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, listScope, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Money, parseBinOrIin } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  fieldInvalid,
  nextAfter,
  refusal,
} from '@shekara/service-kit';
import { noticesPage } from './debt-notices.repository.js';
import {
  DebtFoundDto,
  DeliveryDto,
  type LateSumDto,
  NoticePaymentDto,
  NoticesQuery,
  ReplacementDto,
  WithdrawalDto,
  WordingDto,
} from './debt-notice.dto.js';
import { DebtNoticeEntity } from './debt-notice.entity.js';
import { DebtNoticeExecution } from './debt-notice-execution.service.js';
import { DebtNoticeService, type Handled } from './debt-notice.service.js';

/** What the payer and the officers see of a notice; a draft is for officers only. */
function view(notice: DebtNoticeEntity) {
  const { version: _version, ...shown } = notice;
  return shown;
}

function answer(handled: Handled, status = 200): Answer {
  return handled.accepted ? { status, body: view(handled.notice) } : refusal(handled.reasons);
}

function late(debts: readonly LateSumDto[]) {
  return debts.map(({ kind, unpaid, dueOn }) => ({ kind, unpaid: Money.ofTenge(unpaid), dueOn }));
}

@ApiTags('debt notices')
@ApiBearerAuth()
@Controller('v1/debt-notices')
export class DebtNoticeController {
  constructor(
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(DebtNoticeExecution) private readonly execution: DebtNoticeExecution,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Notices of a payer, or at your posts; a payer sees those sent to it' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: NoticesQuery) {
    const { organisation, customsBodies } = listScope(principal, payer, ['ACCOUNT_OFFICER', 'AUDITOR']);
    const found = await noticesPage(this.dataSource.manager, {
      payer: organisation,
      customsBodies,
      after,
      limit,
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary: 'A notice, for its payer once it is sent and for the officers of its customs body',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const notice = await this.dataSource.manager.findOneBy(DebtNoticeEntity, { id });
    if (!notice) throw new NotFoundException();
    const organisations = notice.status === 'DRAFT' ? [] : [notice.payer];
    mayRead(principal, { organisations, customsBody: notice.customsBody });
    return view(notice);
  }

  @Post()
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'A debt was found: opens a draft notice and its work item with the day to issue it',
  })
  draft(@Body() dto: DebtFoundDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const days: [string, string][] = [
        ['/foundOn', dto.foundOn],
        ['/arisenOn', dto.arisenOn],
        ['/limitationStartedOn', dto.limitationStartedOn],
        ...dto.debts.map(({ dueOn }, index): [string, string] => [`/debts/${index}/dueOn`, dueOn]),
      ];
      const bad = parseBinOrIin(dto.payer) ? notADay(days) : fieldInvalid('/payer');
      if (bad) return bad;
      const { foundOn: on, regime, occasion } = dto;
      const handled = await this.notices.draft(work, {
        ...dto,
        occasion: occasion === 'DEBT_ON_ACCOUNT' ? { occasion, on } : { occasion, on, regime },
        debts: late(dto.debts),
        limitation: { start: dto.limitationStart, startedOn: dto.limitationStartedOn },
      });
      return answer(handled, 201);
    });
  }

  @Post(':id/sendings')
  @Decides('DEBT_NOTICE')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Sign and send a draft; completes the work item you claimed (art. 159.4)' })
  send(@Param('id', ParseUUIDPipe) id: string, @Body() dto: WordingDto, @Command() command: CommandRequest) {
    return this.run(command, id, [], async (work, notice) =>
      answer(await this.notices.send(work, notice, dto, command.principal), 201),
    );
  }

  @Post(':id/deliveries')
  @Decides('UNDELIVERED_NOTICE')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Record delivery by signature or postal record; the term runs from the next day (art. 160)',
  })
  deliver(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DeliveryDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/deliveredOn', dto.deliveredOn]], async (work, notice) =>
      answer(await this.execution.deliver(work, notice, dto), 201),
    );
  }

  @Post(':id/replacements')
  @Decides(['DEBT_NOTICE_RECALL', 'UNDELIVERED_NOTICE'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Recall a notice and send a new one together (art. 159.6-7, 179.3)' })
  replace(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ReplacementDto,
    @Command() command: CommandRequest,
  ) {
    const days = dto.debts.map(({ dueOn }, index): [string, string] => [`/debts/${index}/dueOn`, dueOn]);
    return this.run(command, id, days, async (work, notice) => {
      const { debts, ...wording } = dto;
      const handled = await this.notices.replace(work, notice, late(debts), wording);
      if (handled.accepted) await this.execution.close(work, notice, command.principal, 'REPLACED');
      return answer(handled, 201);
    });
  }

  @Post(':id/withdrawals')
  @Decides(['DEBT_NOTICE_RECALL', 'UNDELIVERED_NOTICE'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Withdraw a notice (art. 179.3)' })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: WithdrawalDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [], async (work, notice) =>
      answer(await this.execution.withdraw(work, notice, dto.cause, command.principal), 201),
    );
  }

  @Post(':id/payments')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Pay a notice: takes what the account does not show as paid; closes it, or drafts an additional notice (art. 159.5)',
  })
  pay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: NoticePaymentDto,
    @Command() command: CommandRequest,
  ) {
    const [principal, interest] = [Money.ofTenge(dto.principal), Money.ofTenge(dto.interest)];
    return this.run(command, id, [['/paidOn', dto.paidOn]], async (work, notice) =>
      answer(await this.execution.pay(work, notice, { on: dto.paidOn, principal, interest }), 201),
    );
  }

  private run(
    command: CommandRequest,
    id: string,
    days: readonly [string, string][],
    task: (work: Work, notice: DebtNoticeEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const notice = await this.notices.hold(work, id);
      if (!notice) throw new NotFoundException();
      officerOf(command.principal, notice.customsBody);
      return notADay(days) ?? task(work, notice);
    });
  }
}

/** Refuses the first date that no calendar has. */
function notADay(days: readonly [string, string][]): Answer | undefined {
  const bad = days.find(([, day]) => !isCivilDate(day));
  return bad && fieldInvalid(bad[0]);
}
