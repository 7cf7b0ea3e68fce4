import { Body, Controller, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Money, reason, refuse } from '@shekara/kernel';
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
import { ReservationEntity } from '../reservation/reservation.entity.js';
import { SecurityRepository } from '../security/security.repository.js';
import type { CalledCover } from './called-balance.service.js';
import { CoverCalls } from './cover-calls.service.js';
import {
  CancellationDto,
  DefaultDto,
  DeliveryDto,
  OverdueMeasureDto,
  ResultDto,
  SendingDto,
  TransferDto,
} from './demand.dto.js';
import { demandView } from './demand.entity.js';
import { demandReasons } from './demand-reasons.js';
import { type DemandHandled, DemandService } from './demand.service.js';
import { OverdueDemands } from './overdue-demands.service.js';

@ApiTags('demands')
@ApiBearerAuth()
@Controller('v1/securities/:number')
export class DemandController {
  constructor(
    @Inject(CoverCalls) private readonly calls: CoverCalls,
    @Inject(DemandService) private readonly service: DemandService,
    @Inject(OverdueDemands) private readonly overdue: OverdueDemands,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('defaults')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'A secured obligation fell due unpaid: its security is to be called in (art. 145.3, 146.4, 147.3, 149.4)',
  })
  default(
    @Param('number') number: string,
    @Body() dto: DefaultDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { reservationId: id, dueOn } = dto;
    return this.commands.run(command, async (work) => {
      const security = await this.securities.lock(work, number);
      if (!security) throw new NotFoundException();
      officerOf(command.principal, security.acceptingBody);
      if (!isCivilDate(dueOn)) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/dueOn' })]);
      const where = { id, securityNumber: number };
      const reservation = await work.manager.findOneBy(ReservationEntity, where);
      if (!reservation) return refusal([reason(demandReasons.COVER_NOT_HELD, { pointer: '/reservationId' })]);
      const sums = dto.sums.map(({ kind, principal }) => ({
        kind,
        principal: Money.ofTenge(principal),
        penaltyInterest: Money.ZERO,
      }));
      return answer(
        await this.service.default(work, security, reservation, { dueOn, accruedTo: dueOn, sums }),
      );
    });
  }

  @Post('demands/:id/sendings')
  @Decides('SECURITY_DEMAND')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Send the demand, or begin enforcement on a pledge; you must hold its work item' })
  send(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: SendingDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, (work, cover) =>
      this.service.send(work, cover, dto.lateReason ?? '', command.principal),
    );
  }

  @Post('demands/:id/deliveries')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'The addressee received the demand: its days to pay run (art. 146.5, 147.4, 149.5)',
  })
  deliver(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { deliveredOn, proof }: DeliveryDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, async (work, cover) =>
      isCivilDate(deliveredOn)
        ? this.service.deliver(work, cover, deliveredOn, proof)
        : refuse(reason(requestReasons.FIELD_INVALID, { pointer: '/deliveredOn' })),
    );
  }

  @Post('demands/:id/results')
  @Decides('SECURITY_DEMAND_OVERDUE')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'What came of the demand: all that was owed, a part, or nothing' })
  result(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { paid, paidOn, document }: ResultDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, async (work, cover) =>
      isCivilDate(paidOn)
        ? this.service.pay(work, cover, { paid: Money.ofTenge(paid), paidOn, document })
        : refuse(reason(requestReasons.FIELD_INVALID, { pointer: '/paidOn' })),
    );
  }

  @Post('demands/:id/transfers')
  @Decides('SECURITY_CASH_TRANSFER')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      'Move the duties and taxes in default from the deposit to the budget; you must hold its work item (art. 145.3)',
  })
  transfer(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { document }: TransferDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, (work, cover) =>
      this.service.transfer(work, cover, document, command.principal),
    );
  }

  @Post('demands/:id/cancellations')
  @Decides('SECURITY_DEMAND')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'The payer paid or the obligation ended: nothing is demanded (art. 143.6)' })
  cancel(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { cause }: CancellationDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, (work, cover) =>
      this.service.cancel(work, cover, cause, command.principal),
    );
  }

  @Post('demands/:id/overdue-measures')
  @Decides('SECURITY_DEMAND_OVERDUE')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      "What is done about an overdue demand: a claim in court, or the surety's own backing; you must hold its work item",
  })
  takeMeasure(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { measure, document }: OverdueMeasureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.act(command, number, id, (work, { demand }) =>
      this.overdue.takeMeasure(work, demand, { measure, document }, command.principal),
    );
  }

  /** An officer of the body that accepted the security acts on a demand of it. @throws NotFoundException for an unknown one. */
  private act(
    command: CommandRequest,
    number: string,
    id: string,
    task: (work: Work, cover: CalledCover) => Promise<DemandHandled>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const cover = await this.calls.hold(work, number, id);
      if (!cover) throw new NotFoundException();
      officerOf(command.principal, cover.demand.customsBody);
      return answer(await task(work, cover));
    });
  }
}

function answer(handled: DemandHandled): Answer {
  return handled.accepted ? { status: 201, body: demandView(handled.demand) } : refusal(handled.reasons);
}
