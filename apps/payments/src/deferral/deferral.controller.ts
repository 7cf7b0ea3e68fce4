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
import {
  CurrentPrincipal,
  listScope,
  mayRead,
  officerOf,
  type Principal,
  ProblemException,
  Roles,
} from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Exact, Money, parseBinOrIin, reason } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  nextAfter,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { Liabilities } from '../liability/liabilities.repository.js';
import { DeferralApplications } from './deferral-application.service.js';
import {
  DeferralApplicationDto,
  DeferralCancellationDto,
  DeferralRefusalDto,
  DeferralsQuery,
  DeferredDebtNoticeDto,
  DeferredPaymentDto,
  GrantDto,
  ProcessedGoodsSoldDto,
} from './deferral.dto.js';
import { DeferralPayments } from './deferral-payments.service.js';
import { DeferralService } from './deferral.service.js';
import { type DeferralHandled, Deferrals, type KeptDeferral } from './deferrals.repository.js';

/** A deferral as its payer and the officers see it. */
function view({ entity, state }: KeptDeferral) {
  const { version: _version, ...shown } = entity;
  return { ...shown, parts: state.parts, paid: state.paid };
}

function answer(handled: DeferralHandled, status = 201): Answer {
  if (!handled.accepted) return refusal(handled.reasons);
  const { kept, leftOut } = handled;
  return { status, body: { ...view(kept), ...(leftOut === undefined ? {} : { leftOut }) } };
}

@ApiTags('deferrals')
@ApiBearerAuth()
@Controller('v1/deferrals')
export class DeferralController {
  constructor(
    @Inject(DeferralApplications) private readonly applications: DeferralApplications,
    @Inject(DeferralService) private readonly service: DeferralService,
    @Inject(DeferralPayments) private readonly payments: DeferralPayments,
    @Inject(Deferrals) private readonly deferrals: Deferrals,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Deferrals of a payer, or at your posts, in the order of their applications' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: DeferralsQuery) {
    const named = payer === undefined ? undefined : parseBinOrIin(payer);
    if (payer !== undefined && !named) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })], 400);
    }
    const { organisation, customsBodies } = listScope(principal, named, [
      'ACCOUNT_OFFICER',
      'HEAD_OF_POST',
      'AUDITOR',
    ]);
    const found = await this.deferrals.page(this.dataSource.manager, {
      payer: organisation,
      customsBodies,
      after,
      limit,
    });
    return {
      items: found.map(({ version: _version, ...shown }) => shown),
      next: nextAfter(found, limit),
    };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'A deferral with its schedule and payments' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const kept = await this.deferrals.find(this.dataSource.manager, id);
    if (!kept) throw new NotFoundException();
    mayRead(principal, { organisations: [kept.entity.payer], customsBody: kept.entity.customsBody });
    return view(kept);
  }

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({
    summary: 'Apply for deferral or instalments of import duty of a declaration of yours (art. 134, 135)',
  })
  apply(@Body() dto: DeferralApplicationDto, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const found = await this.liabilities.byNumber(work.manager, dto.declaration);
      if (!found) throw new NotFoundException();
      const { liability, representative } = found;
      mayRead(command.principal, { organisations: [liability.owner.payer, representative] });
      const { debtIds = [], sums } = dto;
      const asked = {
        ...dto,
        debtIds,
        sums: sums.map(({ kind, amount, currency }) => ({ kind, amount: new Exact(amount), currency })),
      };
      return answer(await this.applications.apply(work, liability, asked));
    });
  }

  @Post(':id/grants')
  @Decides('DEFERRAL_DECISION')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      'Grant until a day, or by an agreed schedule of equal parts; completes the item you claimed (art. 135.2)',
  })
  grant(@Param('id', ParseUUIDPipe) id: string, @Body() dto: GrantDto, @Command() command: CommandRequest) {
    const { schedule, until = '', capacity, signature } = dto;
    const days = schedule
      ? schedule.parts.map(({ dueOn }, index): [string, string] => [`/schedule/parts/${index}/dueOn`, dueOn])
      : [['/until', until] as [string, string]];
    return this.run(command, id, days, async (work, kept) => {
      const parts = schedule?.parts.map(({ dueOn, amount }) => ({ dueOn, amount: Money.ofTenge(amount) }));
      const term = schedule && parts ? { schedule: { parts, agreed: schedule.agreed } } : { until };
      return answer(await this.service.grant(work, kept, term, { capacity, signature }, command.principal));
    });
  }

  @Post(':id/refusals')
  @Decides('DEFERRAL_DECISION')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Refuse with code and words; completes the item you claimed (art. 135.4)' })
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { capacity, signature, ...why }: DeferralRefusalDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [], async (work, kept) =>
      answer(await this.service.refuse(work, kept, why, { capacity, signature }, command.principal)),
    );
  }

  @Post(':id/cancellations')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Cancel a grant or a refusal on a treaty ground, with a letter (art. 135.4)' })
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DeferralCancellationDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [], async (work, kept) =>
      answer(await this.service.cancel(work, kept, { ...dto })),
    );
  }

  @Post(':id/sendings')
  @Decides('DEFERRAL_DECISION_TO_SEND')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The decision was sent; completes the item you claimed (art. 135.2)' })
  send(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.run(command, id, [], async (work, kept) =>
      answer(await this.service.send(work, kept, command.principal)),
    );
  }

  @Post(':id/payments')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Take a part from confirmed money, by its bank date (art. 136.1, 158.7)' })
  pay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { paidOn, amount, purpose }: DeferredPaymentDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/paidOn', paidOn]], async (work, kept) =>
      answer(await this.payments.pay(work, kept, { on: paidOn, amount: Money.ofTenge(amount), purpose })),
    );
  }

  @Post(':id/sales')
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Goods for industrial processing were sold: ends the deferral (art. 136.2, 137(3))',
  })
  sold(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ProcessedGoodsSoldDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/soldOn', dto.soldOn]], async (work, kept) =>
      answer(await this.payments.sold(work, kept, dto)),
    );
  }

  @Post(':id/notices')
  @Decides('DEFERRED_DEBT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Draft the debt notice for the rest of a broken deferral; completes the item you claimed (art. 136.2)',
  })
  notify(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { limitationStartedOn }: DeferredDebtNoticeDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/limitationStartedOn', limitationStartedOn]], async (work, kept) => {
      const handled = await this.payments.notify(work, kept, limitationStartedOn, command.principal);
      if (!handled.accepted) return refusal(handled.reasons);
      const { id: noticeId, number, status } = handled.notice;
      return { status: 201, body: { id: noticeId, number, status } };
    });
  }

  private run(
    command: CommandRequest,
    id: string,
    days: readonly [string, string][],
    task: (work: Work, kept: KeptDeferral) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const kept = await this.deferrals.hold(work, id);
      if (!kept) throw new NotFoundException();
      officerOf(command.principal, kept.entity.customsBody);
      const bad = days.find(([, day]) => !isCivilDate(day));
      if (bad) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: bad[0] })]);
      return task(work, kept);
    });
  }
}
