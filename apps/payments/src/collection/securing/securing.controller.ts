import { Body, Controller, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Roles } from '@shekara/auth';
import { Money } from '@shekara/kernel';
import { Answers, Command, type CommandRequest, Decides } from '@shekara/service-kit';
import {
  AccountSuspensionDto,
  CashDeliveryDto,
  CashSuspensionDto,
  ImpossibleMeasureDto,
  PropertyRestrictionDto,
} from '../acts/collection.dto.js';
import { CollectionCommands } from '../acts/collection-commands.service.js';
import { SecuringStage } from './securing.service.js';

@ApiTags('collection')
@ApiBearerAuth()
@Controller('v1/collection-cases/:id')
export class SecuringController {
  constructor(
    @Inject(CollectionCommands) private readonly commands: CollectionCommands,
    @Inject(SecuringStage) private readonly securing: SecuringStage,
  ) {}

  @Post('account-suspensions')
  @Decides('COLLECTION_SECURING')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Stage 3: order a bank to suspend debit operations; in force when the bank receives it (art. 162)',
  })
  suspendAccounts(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AccountSuspensionDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.securing.suspendAccounts(work, row, dto));
  }

  @Post('cash-suspensions')
  @Decides('COLLECTION_SECURING')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 3: order the payer to spend no cash (art. 163)' })
  suspendCash(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: CashSuspensionDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.securing.suspendCash(work, row, dto.copies));
  }

  @Post('cash-suspensions/:document/deliveries')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'One copy of the cash order was handed over with proof of receipt (art. 163.1)' })
  deliverCash(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('document', ParseUUIDPipe) document: string,
    @Body() dto: CashDeliveryDto,
    @Command() command: CommandRequest,
  ) {
    const { on, proofOfReceipt } = dto;
    return this.commands.run(
      command,
      id,
      (work, row) => this.securing.deliverCash(work, row, document, { on, proofOfReceipt }),
      { '/on': on },
    );
  }

  @Post('property-restrictions')
  @Decides('COLLECTION_SECURING')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 3: restrict property worth the debt, with its inventory (art. 164)' })
  restrict(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: PropertyRestrictionDto,
    @Command() command: CommandRequest,
  ) {
    const items = dto.items.map((item) => ({ ...item, price: Money.ofTenge(item.price) }));
    return this.commands.run(command, id, (work, row) =>
      this.securing.restrict(work, row, { ...dto, items }),
    );
  }

  @Post('impossible-measures')
  @Decides('COLLECTION_SECURING')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Stage 3: record that there is nothing to suspend or restrict' })
  impossible(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ImpossibleMeasureDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.securing.impossible(work, row, dto.measure, dto.record),
    );
  }

  @Post('measures/:document/liftings')
  @Decides('LIFT_RESTRICTION', ['id', 'document'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Lift a measure; after the case ended it completes the item you claimed (art. 162.5, 163.4, 164.6)',
  })
  lift(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('document', ParseUUIDPipe) document: string,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.securing.lift(work, row, document, command.principal),
    );
  }

  @Post('forced-collections')
  @Decides('COLLECTION_SECURING')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Open stage 4 after a securing measure was taken or is impossible; completes the item you claimed (art. 157.3(4))',
  })
  openForced(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) =>
      this.securing.openForced(work, row, command.principal),
    );
  }
}
