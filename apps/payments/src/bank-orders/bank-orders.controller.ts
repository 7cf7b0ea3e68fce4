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
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
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
} from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { LicensedBanks } from '../money-receipt/licensed-banks.repository.js';
import { readExecution } from './bank-answer.js';
import { BankOrderEntity } from './bank-order.entity.js';
import { pageOfOrders } from './bank-order-page.repository.js';
import {
  BankExecutionDto,
  BankOrderClosureDto,
  BankOrdersQuery,
  BankReceiptDto,
  BankRefusalDto,
} from './bank-orders.dto.js';
import { BANK_ORDER_ANSWER } from './bank-order-terms.service.js';
import { BankOrders, type HandledOrder } from './bank-orders.service.js';

function view({ version: _version, documentId: _documentId, ...order }: BankOrderEntity) {
  return order;
}

@ApiTags('bank orders')
@ApiBearerAuth()
@Controller('v1/bank-orders')
export class BankOrdersController {
  constructor(
    @Inject(BankOrders) private readonly orders: BankOrders,
    @Inject(LicensedBanks) private readonly banks: LicensedBanks,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('BANK', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Orders to your bank, or of your posts, the oldest first' })
  async page(@CurrentPrincipal() principal: Principal, @Query() query: BankOrdersQuery) {
    const { manager } = this.dataSource;
    const banks = principal.organisation ? await this.banks.idsOf(manager, principal.organisation) : [];
    const found = await pageOfOrders(manager, { banks, customsBodies: principal.posts, ...query });
    return { items: found.map(view), next: nextAfter(found, query.limit) };
  }

  @Get(':id')
  @Roles('BANK', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'An order, for its bank and the officers of its customs body' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const order = await this.dataSource.manager.findOneBy(BankOrderEntity, { id });
    if (!order) throw new NotFoundException();
    const bank = await this.bankOf(this.dataSource, order);
    mayRead(principal, { organisations: bank ? [bank] : [], customsBody: order.customsBody });
    return view(order);
  }

  @Post(':id/acknowledgements')
  @Roles('BANK')
  @Answers()
  @ApiOperation({
    summary: 'Your bank received the order; a suspension is in force from then on (art. 162.3)',
  })
  acknowledge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankReceiptDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.answering(command, id, (work, { bankId }) =>
      this.orders.acknowledge(work, id, bankId, new Date(dto.receivedAt)),
    );
  }

  @Post(':id/executions')
  @Roles('BANK')
  @Answers()
  @ApiOperation({ summary: 'Your one answer to a collection order (art. 165.3 to 165.5)' })
  execute(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankExecutionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.answering(command, id, async (work, { bankId }) => {
      const { rate = '', paymentDocument = '' } = dto;
      const read = readExecution({ ...dto, bankId, rate, paymentDocument });
      return read.accepted ? this.orders.answer(work, id, read.execution) : read;
    });
  }

  @Post(':id/refusals')
  @Roles('BANK')
  @Answers()
  @ApiOperation({ summary: 'Your bank cannot execute the order' })
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankRefusalDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { code, text = '' } = dto;
    return this.answering(command, id, (work, { bankId }) =>
      this.orders.refuse(work, id, { bank: bankId, code, text }),
    );
  }

  @Post(':id/closures')
  @Decides('BANK_ORDER_ANSWER')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Close the item of a refused or short order that you claimed (Q-PAY-11)' })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: BankOrderClosureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const order = await this.orders.hold(work, id);
      if (!order) throw new NotFoundException();
      officerOf(command.principal, order.customsBody);
      await this.workItems.complete(work, BANK_ORDER_ANSWER, id, command.principal, dto.outcome);
      return { status: 201, body: view(order) };
    });
  }

  private answering(
    command: CommandRequest,
    id: string,
    task: (work: Work, order: BankOrderEntity) => Promise<HandledOrder>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const order = await this.orders.hold(work, id);
      const bank = order && (await this.bankOf(work, order));
      if (!order || !bank) throw new NotFoundException();
      mayActFor(command.principal, bank);
      const handled = await task(work, order);
      return handled.accepted ? { status: 201, body: view(handled.order) } : refusal(handled.reasons);
    });
  }

  private bankOf({ manager }: Pick<Work, 'manager'>, order: BankOrderEntity): Promise<string | undefined> {
    return this.banks.organisationOf(manager, order.bankId, this.calendar.civilDate(order.issuedAt));
  }
}
