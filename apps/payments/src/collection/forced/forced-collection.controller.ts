import { Body, Controller, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOn, type Principal, Roles } from '@shekara/auth';
import { Exact, Money, parseCurrencyCode } from '@shekara/kernel';
import { Answers, Command, type CommandRequest, Decides } from '@shekara/service-kit';
import { BankStage, type OrderAsked } from './bank-stage.service.js';
import type { CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCommands } from '../acts/collection-commands.service.js';
import { DebtorStage } from './debtor-stage.service.js';
import {
  BankAnswerDto,
  BankOrderDto,
  BankStageDto,
  CourtApplicationDto,
  DebtorListDto,
  DebtorNoticeDto,
  DebtorStageDto,
  FindingDto,
  ForeclosureDto,
  ReceivedDto,
  SaleDto,
  SettlementActDto,
} from './forced-collection.dto.js';
import { PropertyStage } from './property-stage.service.js';

@ApiTags('collection')
@ApiBearerAuth()
@Controller('v1/collection-cases/:id')
export class ForcedCollectionController {
  constructor(
    @Inject(CollectionCommands) private readonly commands: CollectionCommands,
    @Inject(BankStage) private readonly banks: BankStage,
    @Inject(DebtorStage) private readonly debtors: DebtorStage,
    @Inject(PropertyStage) private readonly property: PropertyStage,
  ) {}

  @Post('bank-orders')
  @Decides('COLLECTION_BANK_ORDERS')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 4a: send a collection order on an account of the payer (art. 165)' })
  send(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankOrderDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.banks.send(work, row, orderOf(dto)));
  }

  @Post('bank-orders/:document/answers')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Record the answer of a bank that gave it on paper (art. 165.5)' })
  answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('document', ParseUUIDPipe) orderId: string,
    @Body() { credited, rate, on }: BankAnswerDto,
    @Command() command: CommandRequest,
  ) {
    const answer = {
      orderId,
      credited: Money.ofTenge(credited),
      on,
      ...(rate ? { rate: new Exact(rate) } : {}),
    };
    return this.commands.run(command, id, (work, row) => this.banks.answer(work, row, answer), { '/on': on });
  }

  @Post('bank-ends')
  @Decides('COLLECTION_BANK_ORDERS')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Close stage 4a: banks had too little; completes the item you claimed (art. 166.1)',
  })
  closeBanks(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankStageDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.banks.close(work, row, dto.noAccountsRecord, command.principal),
    );
  }

  @Post('debtor-lists')
  @Decides('DEBTOR_LIST_LATE')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: "The payer's list of its debtors, due 10 working days after the debt notice (art. 166.1)",
  })
  list(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DebtorListDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(
      command,
      id,
      (work, row) => this.debtors.takeList(work, row, dto.debtors),
      {},
      payerOrOfficer,
    );
  }

  @Post('debtor-notices')
  @Decides('COLLECTION_DEBTORS')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 4b: notify a debtor of the list, for its receivable at most (art. 166.2)' })
  notify(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DebtorNoticeDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.debtors.notify(work, row, dto.debtor, Money.ofTenge(dto.amount)),
    );
  }

  @Post('debtor-notices/:notice/receipts')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'The debtor received its notice: 20 working days for the act, 5 before an order (art. 166.1-2)',
  })
  received(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('notice', ParseUUIDPipe) notice: string,
    @Body() { on }: ReceivedDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.debtors.received(work, row, notice, on), {
      '/on': on,
    });
  }

  @Post('debtor-notices/:notice/settlement-acts')
  @Decides('SETTLEMENT_ACT_LATE', ['id', 'notice'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'A settlement act came: taken when complete and as on the day of receipt (art. 166.3)',
  })
  act(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('notice', ParseUUIDPipe) notice: string,
    @Body() dto: SettlementActDto,
    @Command() command: CommandRequest,
  ) {
    const act = { ...dto, sumOwed: Money.ofTenge(dto.sumOwed) };
    return this.commands.run(command, id, (work, row) => this.debtors.takeAct(work, row, notice, act), {
      '/asOn': dto.asOn,
    });
  }

  @Post('debtor-notices/:notice/bank-orders')
  @Decides('DEBTOR_ORDER', ['id', 'notice'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 4b: a collection order on an account of the debtor (art. 166.4)' })
  orderOfDebtor(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('notice', ParseUUIDPipe) notice: string,
    @Body() dto: BankOrderDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.debtors.order(work, row, notice, orderOf(dto)));
  }

  @Post('debtor-notices/:notice/drops')
  @Decides(['SETTLEMENT_ACT_LATE', 'DEBTOR_ORDER'], ['id', 'notice'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Give a debtor up, with the finding that says why' })
  drop(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('notice', ParseUUIDPipe) notice: string,
    @Body() dto: FindingDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.debtors.drop(work, row, notice, dto.finding));
  }

  @Post('debtor-ends')
  @Decides('COLLECTION_DEBTORS')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Close stage 4b: debtors had too little; completes the item you claimed (art. 167.1)',
  })
  closeDebtors(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DebtorStageDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.debtors.close(work, row, dto.noDebtorsRecord, command.principal),
    );
  }

  @Post('foreclosures')
  @Decides('COLLECTION_PROPERTY_SALE')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Stage 4c: send restricted property to the authorized legal entity for sale (art. 167)',
  })
  foreclose(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ForeclosureDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.property.foreclose(work, row, { ...dto }));
  }

  @Post('sales')
  @Decides('COLLECTION_PROPERTY_SALE')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Stage 4c: the sale money that the authorized legal entity handed over (art. 168)',
  })
  sold(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { proceeds, on }: SaleDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(
      command,
      id,
      (work, row) => this.property.sold(work, row, Money.ofTenge(proceeds), on),
      { '/on': on },
    );
  }

  @Post('property-ends')
  @Decides('COLLECTION_PROPERTY_SALE')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Every measure of Chapter 18 was used; completes the item you claimed (art. 169.1)',
  })
  closeProperty(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) => this.property.close(work, row, command.principal));
  }

  @Post('bankruptcy-applications')
  @Decides('COLLECTION_BANKRUPTCY')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Apply for bankruptcy after all measures; completes the item you claimed (art. 169.1)',
  })
  bankrupt(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) =>
      this.property.applyForBankruptcy(work, row, command.principal),
    );
  }

  @Post('court-applications')
  @Decides('COLLECTION_COURT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'The claim against a physical person went to a court; completes the item you claimed (art. 157.5)',
  })
  court(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: CourtApplicationDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.property.applyToCourt(work, row, dto, command.principal),
    );
  }
}

function payerOrOfficer(principal: Principal, row: CollectionCaseEntity): void {
  const { payer: organisation, customsBody } = row;
  mayActOn(principal, { organisation, customsBody }, ['ACCOUNT_OFFICER']);
}

/** @throws RangeError for a currency that the DTO would not let through. */
function orderOf({ bank, account, currency, purpose, secures, amount, kind }: BankOrderDto): OrderAsked {
  const code = parseCurrencyCode(currency);
  if (!code) throw new RangeError(`currency ${currency}`);
  const loan = secures && {
    balance: Money.ofTenge(secures.balance),
    principalOwed: Money.ofTenge(secures.principalOwed),
  };
  return {
    account: { bank, account, currency: code, purpose, ...(loan ? { secures: loan } : {}) },
    amount: Money.ofTenge(amount),
    kind,
  };
}
