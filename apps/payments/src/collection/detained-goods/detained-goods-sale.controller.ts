import { Body, Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Money, parseBinOrIin, reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
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
import { SaleLetterDto, SaleMoneyDto } from './detained-goods-sale.dto.js';
import { DetainedGoodsSaleEntity } from './detained-goods-sale.entity.js';
import { DetainedGoodsSales, type SaleHandled } from './detained-goods-sales.service.js';

function answer(handled: SaleHandled): Answer {
  return handled.accepted ? { status: 201, body: handled.sale } : refusal(handled.reasons);
}

@ApiTags('sales of detained goods')
@ApiBearerAuth()
@Controller('v1/detained-goods-sales')
export class DetainedGoodsSaleController {
  constructor(
    @Inject(DetainedGoodsSales) private readonly sales: DetainedGoodsSales,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary: 'A sale and its shares, for who may claim the rest and the officers of the customs body',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const sale = await this.dataSource.manager.findOneBy(DetainedGoodsSaleEntity, { id });
    if (!sale) throw new NotFoundException();
    mayRead(principal, { organisations: [sale.claimant], customsBody: sale.customsBody });
    return sale;
  }

  @Post()
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Sale money arrived: duties and taxes first, then the costs, the rest to be claimed in 3 months (art. 241)',
  })
  share(@Body() dto: SaleMoneyDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const proceeds = Money.ofTenge(dto.proceeds);
      const bad = [
        ...(parseBinOrIin(dto.claimant) ? [] : ['/claimant']),
        ...(isCivilDate(dto.receivedOn) ? [] : ['/receivedOn']),
        ...(proceeds.isPositive() ? [] : ['/proceeds']),
      ];
      const [pointer] = bad;
      if (pointer) return refusal([reason(requestReasons.FIELD_INVALID, { pointer })]);
      const [dutiesAndTaxes, costs] = [Money.ofTenge(dto.dutiesAndTaxes), Money.ofTenge(dto.costs)];
      return answer(await this.sales.share(work, { ...dto, proceeds, dutiesAndTaxes, costs }));
    });
  }

  @Post(':id/informations')
  @Decides('SALE_REST_TO_TELL')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The declarant or owner was told of the rest; completes the item you claimed' })
  tell(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { letter }: SaleLetterDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const sale = await this.sales.hold(work, id);
      if (!sale) throw new NotFoundException();
      officerOf(command.principal, sale.customsBody);
      return answer(await this.sales.tell(work, sale, letter, command.principal));
    });
  }

  @Post(':id/claims')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({ summary: 'Claim the rest of the sale money within 3 months (art. 241.2)' })
  claim(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const sale = await this.sales.hold(work, id);
      if (!sale) throw new NotFoundException();
      mayActFor(command.principal, sale.claimant);
      return answer(await this.sales.claim(work, sale));
    });
  }
}
