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
import { CurrentPrincipal, mayActFor, mayRead, type Principal, Roles } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  refusal,
  nextAfter,
} from '@shekara/service-kit';
import { balancesOf, discrepanciesOf, ledgerOf } from './stock-movement.repository.js';
import { LotQuery, ReceiptDto, receiptOf } from './storage-lot.dto.js';
import { StorageLotEntity } from './storage-lot.entity.js';
import { lotsVisibleTo } from './storage-lot.repository.js';
import { StorageLotService } from './storage-lot.service.js';

/** What parties and officers see of a lot. */
export function lotView(lot: StorageLotEntity) {
  return {
    id: lot.id,
    registrationNumber: lot.registrationNumber,
    caseId: lot.caseId,
    arrivalNoticeNumber: lot.arrivalNoticeNumber,
    placeNumber: lot.placeNumber,
    customsBody: lot.customsBody,
    status: lot.state,
    registeredAt: lot.registeredAt,
    lastDay: lot.lastDay,
    longestDay: lot.longestDay,
    placedAt: lot.placedAt,
    declarationNumber: lot.declarationNumber,
    extensionPending: lot.extensionPending,
    endedAt: lot.endedAt,
    exitGround: lot.exitGround,
    exitDocument: lot.exitDocument,
    lines: lot.lines,
  };
}

/** To whom a lot belongs: keeper, carrier and consignee, and the customs body that supervises the place. */
export function lotScope(lot: StorageLotEntity) {
  return {
    organisations: [lot.keeperNumber, lot.carrierNumber, lot.consigneeNumber].filter(
      (number) => number !== '',
    ),
    customsBody: lot.customsBody,
  };
}

@ApiTags('storage')
@ApiBearerAuth()
@Controller('v1/storage-lots')
export class StorageLotController {
  constructor(
    @Inject(StorageLotService) private readonly lots: StorageLotService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles(
    'WAREHOUSE_KEEPER',
    'CARRIER',
    'DECLARANT',
    'CHECKPOINT_OFFICER',
    'INSPECTION_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'Lots that you keep, carry, own or supervise' })
  async page(@CurrentPrincipal() principal: Principal, @Query() query: LotQuery) {
    const lots = await lotsVisibleTo(this.dataSource.manager, principal, query);
    return { lots: lots.map(lotView), next: nextAfter(lots, query.limit) };
  }

  @Get(':id')
  @Roles(
    'WAREHOUSE_KEEPER',
    'CARRIER',
    'DECLARANT',
    'CHECKPOINT_OFFICER',
    'INSPECTION_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'A lot with its stock, its ledger and the differences found' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const { manager } = this.dataSource;
    const lot = await manager.findOneBy(StorageLotEntity, { id });
    if (!lot) throw new NotFoundException();
    mayRead(principal, lotScope(lot));
    return {
      ...lotView(lot),
      stock: (await balancesOf(manager, id)).map(({ line, packages, grossWeightKg }) => ({
        line,
        packages,
        grossWeightKg: grossWeightKg.toFixed(),
      })),
      movements: (await ledgerOf(manager, id)).map((movement) => ({
        ...movement,
        quantity: { ...movement.quantity, grossWeightKg: movement.quantity.grossWeightKg.toFixed() },
      })),
      discrepancies: await discrepanciesOf(manager, id),
    };
  }

  @Post(':id/receipts')
  @Roles('WAREHOUSE_KEEPER')
  @Answers()
  @ApiOperation({
    summary: 'The keeper takes the goods in; what differs from the documents goes to an officer',
  })
  receive(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ReceiptDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const lot = await this.lots.byId(work, id);
      if (!lot) throw new NotFoundException();
      mayRead(command.principal, lotScope(lot));
      mayActFor(command.principal, lot.keeperNumber);
      const decision = await this.lots.receive(work, lot, receiptOf(dto));
      if (!decision.accepted) return refusal(decision.reasons);
      const differences = await discrepanciesOf(work.manager, lot.id);
      return { status: 201, body: { ...lotView(lot), discrepancies: differences } };
    });
  }
}
