import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import {
  CurrentPrincipal,
  mayActOn,
  mayRead,
  officerOf,
  type Principal,
  ProblemException,
  Roles,
} from '@shekara/auth';
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { type Clock, Money, reason } from '@shekara/kernel';
import { CLOCK, DataSource, type Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  fieldInvalid,
  REFERENCE_DATA,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { type PayerAtBody, payerAtBody } from '../ledger/account.js';
import { limitationEnd } from '../obligation/limitation.js';
import { daysOf, originOf } from '../obligation/said-facts.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { accountView } from './account-debts-view.js';
import { enterDebt } from './customs-debt.js';
import {
  CustomsDebtDto,
  DebtLoweringDto,
  DebtPaymentDto,
  DebtsQuery,
  StandstillDto,
} from './customs-debt.dto.js';
import { CustomsDebts } from './customs-debts.service.js';
import { bankDateOf } from './paying-receipt.repository.js';

@ApiTags('debts')
@ApiBearerAuth()
@Controller('v1/debts')
export class CustomsDebtController {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(LateSums) private readonly sums: LateSums,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
  ) {}

  @Get(':payer/:customsBody')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'INSPECTION_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary:
      'Late sums of an account, and penalty interest by kind with its table of days and rates (art. 158)',
  })
  async read(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Query() { until, document }: DebtsQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const owner = payerAtBody(payer, customsBody);
    if (!owner) throw new NotFoundException();
    mayRead(principal, { organisations: [payer], customsBody });
    if (until !== undefined && !isCivilDate(until)) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/until' })], 400);
    }
    const { manager } = this.dataSource;
    const day = until ?? this.calendar.civilDate(this.clock.now());
    const account = await this.accrual.interestOf(manager, owner, day, document);
    return accountView(owner, account, await this.sums.accrued(manager, owner));
  }

  @Post()
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Customs enters a debt: the trigger matrix finds its due day, penalty interest runs (art. 125.9, 141.5)',
  })
  enter(@Body() dto: CustomsDebtDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const owner = payerAtBody(dto.payer, dto.customsBody);
      if (!owner) return fieldInvalid('/payer');
      const days = daysOf(dto.days);
      if (!days) return fieldInvalid('/days');
      if (!isCivilDate(dto.limitationStartedOn)) return fieldInvalid('/limitationStartedOn');
      const sums = dto.sums.map(({ kind, amount }) => ({ kind, amount: Money.ofTenge(amount) }));
      if (sums.some(({ amount }) => !amount.isPositive())) return fieldInvalid('/sums');
      const limitation = { start: dto.limitationStart, startedOn: dto.limitationStartedOn };
      const years = this.reference.parameters.get('LIMITATION_TERM', limitation.startedOn);
      const decision = enterDebt(
        {
          row: rowOf(dto.trigger),
          facts: { days, cause: dto.cause },
          sums,
          origin: originOf(dto.origin.origin, dto.origin.customsBody, dto.origin.foundIn),
          customsBody: dto.customsBody,
        },
        limitationEnd(limitation, years, this.calendar),
        this.calendar.civilDate(work.context.at),
        this.calendar,
      );
      if (!decision.accepted) return refusal(decision.reasons);
      await this.payers.hold(work, owner, dto.payerName);
      const { source, document, trigger } = dto;
      const caseId = dto.caseId ?? uuidv7();
      for (const { arisenOn, sums: entered } of decision.events) {
        const debt = { owner, document, caseId, source, trigger, arisenOn, sums: entered };
        const done = await this.debts.enter(work, debt);
        if (!done.accepted) return refusal(done.reasons);
      }
      return { status: 201, body: await this.shown(work, owner) };
    });
  }

  @Post(':payer/:customsBody/payments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      "Pay a debt from the account's confirmed money: the principal, then its penalty interest (art. 158)",
  })
  pay(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Body() dto: DebtPaymentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    mayActOn(command.principal, { organisation: payer, customsBody }, ['ACCOUNT_OFFICER']);
    return this.onAccount(command, payer, customsBody, async (work, owner) => {
      const amount = Money.ofTenge(dto.amount);
      if (!amount.isPositive()) return fieldInvalid('/amount');
      const today = this.calendar.civilDate(work.context.at);
      const on = dto.receiptId === undefined ? today : await bankDateOf(work, owner, dto.receiptId);
      if (on === undefined) return fieldInvalid('/receiptId');
      const decision = await this.debts.pay(work, owner, { ...dto, amount, on });
      return decision.accepted
        ? { status: 201, body: await this.shown(work, owner) }
        : refusal(decision.reasons);
    });
  }

  @Post(':payer/:customsBody/reductions')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'A decision lowers a debt; what was paid of it is free again (art. 141.5, 182)' })
  lower(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Body() dto: DebtLoweringDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    officerOf(command.principal, customsBody);
    return this.onAccount(command, payer, customsBody, async (work, owner) => {
      const amount = Money.ofTenge(dto.amount);
      if (!amount.isPositive()) return fieldInvalid('/amount');
      const decision = await this.debts.lower(work, owner, { ...dto, amount });
      return decision.accepted
        ? { status: 201, body: await this.shown(work, owner) }
        : refusal(decision.reasons);
    });
  }

  @Post(':payer/:customsBody/standstills')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'A court decision stops or pauses the interest of a payer at every customs body (art. 158.3, 158.4)',
  })
  standStill(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Body() dto: StandstillDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    officerOf(command.principal, customsBody);
    return this.onAccount(command, payer, customsBody, async (work, owner) => {
      const { cause, from, cancelledOn, evidence } = dto;
      if (!isCivilDate(from)) return fieldInvalid('/from');
      const unfit = cancelledOn !== undefined && (cause !== 'MISSING_PERSON' || cancelledOn < from);
      if (unfit || (cancelledOn !== undefined && !isCivilDate(cancelledOn)))
        return fieldInvalid('/cancelledOn');
      const standstill = cause === 'MISSING_PERSON' ? { by: cause, from, cancelledOn } : { by: cause, from };
      await this.accrual.standStill(work, owner, { ...standstill, evidence });
      return { status: 201, body: await this.shown(work, owner) };
    });
  }

  private onAccount(
    command: CommandRequest,
    payer: string,
    customsBody: string,
    task: (work: Work, owner: PayerAtBody) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const owner = payerAtBody(payer, customsBody);
      if (!owner || !(await this.payers.lock(work, owner))) throw new NotFoundException();
      return task(work, owner);
    });
  }

  private async shown(work: Work, owner: PayerAtBody) {
    const today = this.calendar.civilDate(work.context.at);
    const account = await this.accrual.interestOf(work.manager, owner, today);
    return accountView(owner, account, await this.sums.accrued(work.manager, owner));
  }
}
