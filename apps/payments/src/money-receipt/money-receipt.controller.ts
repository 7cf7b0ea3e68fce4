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
import { CurrentPrincipal, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
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
import { AllocationDto, ClosureDto, ReceiptsQuery, TreasuryLineDto } from './money-receipt.dto.js';
import { MoneyReceiptService, ownerOf } from './money-receipt.service.js';
import { ReceiptBooking } from './receipt-booking.service.js';
import { type KeptReceipt, MoneyReceipts } from './money-receipts.repository.js';

/** What the officer and the payer see of a receipt. */
function view({ receipt, ...kept }: KeptReceipt) {
  return {
    id: kept.id,
    bankId: kept.bankId,
    bankReference: kept.bankReference,
    payer: kept.payerNumber,
    customsBody: kept.customsBody,
    state: !receipt ? 'REFUSED' : receipt.matched ? receipt.state : 'UNMATCHED',
    amount: receipt?.confirmation.amount.toString() ?? null,
    paidOn: receipt?.confirmation.paidOn ?? null,
    mistake: receipt?.mistake ?? null,
    matched: receipt?.matched
      ? {
          payer: receipt.matched.owner.payer,
          customsBody: receipt.matched.owner.customsBody,
          purpose: receipt.matched.purpose,
        }
      : null,
    treasuryReport: kept.report ?? null,
    reasons: kept.reasons,
    receivedAt: kept.receivedAt,
  };
}

@ApiTags('money')
@ApiBearerAuth()
@Controller('v1/money-receipts')
export class MoneyReceiptController {
  constructor(
    @Inject(MoneyReceiptService) private readonly service: MoneyReceiptService,
    @Inject(ReceiptBooking) private readonly booking: ReceiptBooking,
    @Inject(MoneyReceipts) private readonly receipts: MoneyReceipts,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Receipts at your posts, the oldest first' })
  async page(@CurrentPrincipal() { posts }: Principal, @Query() query: ReceiptsQuery) {
    const { state, after, limit } = query;
    const found = await this.receipts.page(this.dataSource.manager, {
      customsBodies: posts,
      state,
      after,
      limit,
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('ACCOUNT_OFFICER', 'AUDITOR', 'DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @ApiOperation({ summary: 'A receipt, for its payer and the officers of its customs body' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const kept = await this.receipts.find(this.dataSource.manager, id);
    if (!kept) throw new NotFoundException();
    const owner = kept.receipt?.matched?.owner.payer;
    mayRead(principal, { organisations: owner ? [owner] : [], customsBody: kept.customsBody });
    return view(kept);
  }

  @Post('treasury-lines')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: "Book a line of the Treasury's report: pending money becomes the payer's" })
  bookTreasuryLine(@Body() dto: TreasuryLineDto, @Command() command: CommandRequest): Promise<Answer> {
    const line = { ...dto, amount: Money.ofTenge(dto.amount) };
    return this.commands.run(command, async (work) => {
      if (!isCivilDate(dto.reportDate)) return fieldInvalid('/reportDate');
      const mayHandle = (customsBody: string): boolean => {
        officerOf(command.principal, customsBody);
        return true;
      };
      const [booked] = await this.booking.bookAll(work, [{ ...line, mayHandle, work }]);
      if (!booked) throw new Error('a line of the Treasury has no outcome');
      if (booked.outcome === 'UNKNOWN') return refusal(booked.reasons);
      return { status: 200, body: { ...view(booked.kept), differences: booked.reasons } };
    });
  }

  @Post(':id/allocations')
  @Decides('UNMATCHED_MONEY')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Allocate money of nobody known to its payer; completes the work item you claimed',
  })
  allocate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AllocationDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const kept = await this.hold(work, id, command.principal);
      officerOf(command.principal, dto.customsBody);
      const owner = ownerOf(dto.payer, dto.customsBody);
      if (!owner) return fieldInvalid('/payer');
      const to = { owner, name: dto.payerName, purpose: dto.purpose };
      const handled = await this.service.allocate(work, kept, to, command.principal);
      return handled.accepted ? { status: 201, body: view(handled.kept) } : refusal(handled.reasons);
    });
  }

  @Post(':id/closures')
  @Decides('UNMATCHED_MONEY')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Close a refused message or a differing Treasury line that is settled with the bank',
  })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ClosureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const kept = await this.hold(work, id, command.principal);
      const refused = await this.service.close(work, kept, command.principal, dto.outcome);
      return refused ? refusal(refused.reasons) : { status: 201, body: view(kept) };
    });
  }

  private async hold(work: Work, id: string, officer: Principal): Promise<KeptReceipt> {
    const kept = await this.receipts.hold(work, id);
    if (!kept) throw new NotFoundException();
    officerOf(officer, kept.customsBody);
    return kept;
  }
}
