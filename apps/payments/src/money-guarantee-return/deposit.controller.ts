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
import { v7 as uuidv7 } from 'uuid';
import { CurrentPrincipal, listScope, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Money, parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
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
import {
  DepositsQuery,
  FulfilmentDto,
  PayOutDto,
  ProvisionalDutyDto,
  UseDecisionDto,
  UsesDto,
} from './deposit.dto.js';
import { DepositEntity } from './deposit.entity.js';
import { type DepositHandled, DepositService } from './deposit.service.js';
import { DepositUses } from './deposit-use.service.js';
import { Deposits } from './deposits.repository.js';

function view({ version: _version, ...shown }: DepositEntity) {
  return shown;
}

function answer(handled: DepositHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.deposit) } : refusal(handled.reasons);
}

@ApiTags('deposits')
@ApiBearerAuth()
@Controller('v1/deposits')
export class DepositController {
  constructor(
    @Inject(DepositService) private readonly service: DepositService,
    @Inject(DepositUses) private readonly uses: DepositUses,
    @Inject(Deposits) private readonly deposits: Deposits,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Deposits of a payer, or at your posts' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: DepositsQuery) {
    const { organisation, customsBodies } = listScope(principal, payer, OFFICIAL);
    const found = await this.deposits.page(this.dataSource.manager, {
      payer: organisation,
      customsBodies,
      after,
      limit,
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'A deposit, for its payer and the officers of the body that holds it' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const deposit = await this.dataSource.manager.findOneBy(DepositEntity, { id });
    if (!deposit) throw new NotFoundException();
    mayRead(principal, { organisations: [deposit.payer], customsBody: deposit.heldBy });
    return view(deposit);
  }

  @Post()
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'A provisional trade-remedy duty came to the deposit account (art. 145.1, 156.9)',
  })
  receive(@Body() dto: ProvisionalDutyDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const payer = parseBinOrIin(dto.payer);
      const customsBody = parseCustomsBodyCode(dto.customsBody);
      const amount = Money.ofTenge(dto.amount);
      if (!payer) return fieldInvalid('/payer');
      if (!customsBody) return fieldInvalid('/customsBody');
      if (!amount.isPositive()) return fieldInvalid('/amount');
      const deposit = await this.service.receive(work, {
        owner: { payer, customsBody },
        payerName: dto.payerName,
        kind: 'PROVISIONAL_TRADE_REMEDY_DUTY',
        securedObligation: `${customsBody}/${dto.document}`,
        amount,
        caseId: uuidv7(),
      });
      return { status: 201, body: view(deposit) };
    });
  }

  @Post(':id/fulfilments')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'The secured obligation is fulfilled; five years to apply run (art. 156.1, 156.3)',
  })
  fulfil(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { fulfilledOn }: FulfilmentDto,
    @Command() command: CommandRequest,
  ) {
    return this.byOfficer(command, id, async (work, deposit) =>
      isCivilDate(fulfilledOn)
        ? answer(await this.service.fulfil(work, deposit, fulfilledOn))
        : fieldInvalid('/fulfilledOn'),
    );
  }

  @Post(':id/return-applications')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({ summary: 'Ask for the deposit back; paid out in 10 working days (art. 156.2)' })
  requestReturn(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.byPayer(command, id, async (work, deposit) =>
      answer(await this.service.requestReturn(work, deposit)),
    );
  }

  @Post(':id/payouts')
  @Decides('GUARANTEE_MONEY_RETURN')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Pay out less debts and bank charges; completes the item you claimed (art. 156.4 to 156.6)',
  })
  payOut(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { paidOn, bankCharges }: PayOutDto,
    @Command() command: CommandRequest,
  ) {
    return this.byOfficer(command, id, async (work, deposit) => {
      if (!isCivilDate(paidOn)) return fieldInvalid('/paidOn');
      const paid = { paidOn, bankCharges: Money.ofTenge(bankCharges) };
      return answer(await this.uses.payOut(work, deposit, paid, command.principal));
    });
  }

  @Post(':id/uses')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({ summary: 'Ask to use the deposit as payment or as another guarantee (art. 156.7)' })
  askUse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { uses }: UsesDto,
    @Command() command: CommandRequest,
  ) {
    const unnamed = uses.findIndex(
      ({ as, kind, part }) => (as === 'PAYMENT') !== (kind !== undefined && part !== undefined),
    );
    return this.byPayer(command, id, async (work, deposit) =>
      unnamed >= 0
        ? fieldInvalid(`/uses/${unnamed}/kind`)
        : answer(await this.uses.askUse(work, deposit, uses)),
    );
  }

  @Post(':id/use-decisions')
  @Decides('GUARANTEE_MONEY_USE')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Carry out or decline what the payer asked; completes the item you claimed (art. 156.7)',
  })
  decideUse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, cause }: UseDecisionDto,
    @Command() command: CommandRequest,
  ) {
    return this.byOfficer(command, id, async (work, deposit) =>
      (decision === 'DECLINE') === (cause === undefined)
        ? fieldInvalid('/cause')
        : answer(await this.uses.decideUse(work, deposit, cause, command.principal)),
    );
  }

  @Post(':id/budget-moves')
  @Decides('UNCLAIMED_DEPOSIT')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Move money that nobody claimed to the budget; completes the item you claimed (art. 156.8)',
  })
  toBudget(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.byOfficer(command, id, async (work, deposit) =>
      answer(await this.service.toBudget(work, deposit, command.principal)),
    );
  }

  private byOfficer(
    command: CommandRequest,
    id: string,
    task: (work: Work, deposit: DepositEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const deposit = await this.deposits.hold(work, id);
      if (!deposit) throw new NotFoundException();
      officerOf(command.principal, deposit.heldBy);
      return task(work, deposit);
    });
  }

  private byPayer(
    command: CommandRequest,
    id: string,
    task: (work: Work, deposit: DepositEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const deposit = await this.deposits.hold(work, id);
      if (!deposit) throw new NotFoundException();
      mayRead(command.principal, { organisations: [deposit.payer] });
      return task(work, deposit);
    });
  }
}

/** Roles that see deposits of the bodies in their scope. */
const OFFICIAL = ['ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR'] as const;
