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
  mayActOn,
  mayRead,
  officerOf,
  type Principal,
  Roles,
} from '@shekara/auth';
import { parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  fieldInvalid,
  nextAfter,
  refusal,
} from '@shekara/service-kit';
import {
  ReceiptVoucherDto,
  type VoucherGoodsDto,
  VoucherPaymentDto,
  type VoucherRateDto,
  VouchersQuery,
  VoucherWithdrawalDto,
} from './receipt-voucher.dto.js';
import { ReceiptVoucherEntity } from './receipt-voucher.entity.js';
import type { WrittenGoods } from './receipt-voucher.js';
import {
  ReceiptVoucherService,
  type VoucherHandled,
  type VoucherToIssue,
} from './receipt-voucher.service.js';
import { ReceiptVouchers } from './receipt-vouchers.repository.js';

const OFFICIAL = ['ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR'] as const;

function view({ version: _version, ...voucher }: ReceiptVoucherEntity) {
  return voucher;
}

function answer(handled: VoucherHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.voucher) } : refusal(handled.reasons);
}

@ApiTags('receipt vouchers')
@ApiBearerAuth()
@Controller('v1/receipt-vouchers')
export class ReceiptVoucherController {
  constructor(
    @Inject(ReceiptVoucherService) private readonly service: ReceiptVoucherService,
    @Inject(ReceiptVouchers) private readonly vouchers: ReceiptVouchers,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Fill a voucher for personal goods declared in writing or post without a goods declaration (art. 424.1, 472.1)',
  })
  issue(@Body() dto: ReceiptVoucherDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const customsBody = parseCustomsBodyCode(dto.customsBody);
      const payer = parseBinOrIin(dto.payer);
      if (!customsBody || !payer) return fieldInvalid(payer ? '/customsBody' : '/payer');
      const { payerName, payerAddress, goods, rate } = dto;
      const asked: VoucherToIssue = {
        ...{ customsBody, payer, payerName, payerAddress, goods: goodsOf(goods), rate: rateOf(rate) },
        withoutDeclaration: goods.withoutGoodsDeclaration,
      };
      return answer(await this.service.issue(work, asked, command.principal));
    });
  }

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIAL)
  @ApiOperation({ summary: 'Vouchers of your own, or of the customs bodies of your scope' })
  async page(
    @CurrentPrincipal() principal: Principal,
    @Query() { payer, status, after, limit }: VouchersQuery,
  ) {
    const { organisation, customsBodies } = listScope(principal, payer, OFFICIAL);
    const wanted = { payer: organisation, customsBodies, status, after, limit };
    const found = await this.vouchers.page(this.dataSource.manager, wanted);
    return { items: found.map((voucher) => view(voucher)), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIAL)
  @ApiOperation({ summary: 'A voucher, for its payer and the officers of its customs body' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const voucher = await this.dataSource.manager.findOneBy(ReceiptVoucherEntity, { id });
    if (!voucher) throw new NotFoundException();
    mayRead(principal, { organisations: [voucher.payer], customsBody: voucher.customsBody });
    return view(voucher);
  }

  @Post(':id/payments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({ summary: "Pay a voucher from the payer's confirmed money" })
  pay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { from }: VoucherPaymentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { principal } = command;
    return this.onVoucher(command, id, async (work, voucher) => {
      const { payer: organisation, customsBody } = voucher;
      mayActOn(principal, { organisation, customsBody }, OFFICIAL);
      return answer(await this.service.pay(work, voucher, from));
    });
  }

  @Post(':id/withdrawals')
  @Roles('ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Take an unpaid voucher back: its sum leaves the account' })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason: why }: VoucherWithdrawalDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.onVoucher(command, id, async (work, voucher) => {
      officerOf(command.principal, voucher.customsBody);
      return answer(await this.service.withdraw(work, voucher, why));
    });
  }

  private onVoucher(
    command: CommandRequest,
    id: string,
    task: (work: Work, voucher: ReceiptVoucherEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const voucher = await this.vouchers.hold(work, id);
      if (!voucher) throw new NotFoundException();
      return task(work, voucher);
    });
  }
}

function goodsOf({ kind, items, document, value, declaredValue }: VoucherGoodsDto): WrittenGoods {
  return {
    ...{ kind, document, value, declaredValue: kind === 'POSTAL' ? (declaredValue ?? null) : null },
    items: items.map(({ description, quantity }) => ({ description, quantity })),
  };
}

function rateOf({
  mode,
  percent = '0',
  dutyPercent = '0',
  excise = '0',
}: VoucherRateDto): VoucherToIssue['rate'] {
  return mode === 'UNIFORM' ? { mode, percent } : { mode, dutyPercent, excise };
}
