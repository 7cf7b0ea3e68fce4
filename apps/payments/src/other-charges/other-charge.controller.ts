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
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import { DataSource, type EntityManager, type Work } from '@shekara/persistence';
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
import { bankDateOf } from '../debt/paying-receipt.repository.js';
import { ChargePaymentDto, ChargesQuery, OtherChargeDto } from './other-charge.dto.js';
import { OtherChargeEntity, partOf } from './other-charge.entity.js';
import { checkPart, paidOn, type VehicleOfEscort } from './other-charge.js';
import { type ChargeHandled, OtherChargeService, unpaidParts } from './other-charge.service.js';
import { OtherCharges } from './other-charges.repository.js';

const OFFICIAL = ['ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'HEAD_OF_POST', 'AUDITOR'] as const;

/** A charge without what is paid of it: the status says whether it is. */
function row({ version: _version, payers: _payers, parts, ...charge }: OtherChargeEntity) {
  return { ...charge, parts: parts.map(({ paidOn: _paidOn, ...part }) => part) };
}

@ApiTags('customs charges')
@ApiBearerAuth()
@Controller('v1/customs-charges')
export class OtherChargeController {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(OtherChargeService) private readonly service: OtherChargeService,
    @Inject(OtherCharges) private readonly charges: OtherCharges,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Set the charge of an escort, split over its vehicles, or of a preliminary decision (art. 116, 118)',
  })
  set(@Body() dto: OtherChargeDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const customsBody = parseCustomsBodyCode(dto.customsBody);
      if (!customsBody) return fieldInvalid('/customsBody');
      if (!isCivilDate(dto.decidedOn)) return fieldInvalid('/decidedOn');
      const { decision, decidedOn, firstEscortDay, caseId, kind: named } = dto;
      if (firstEscortDay !== undefined && !isCivilDate(firstEscortDay))
        return fieldInvalid('/firstEscortDay');
      const payers = payersOf(dto);
      if (!payers) return fieldInvalid('/payers');
      const asked = { customsBody, decision, decidedOn, firstEscortDay, caseId, named, payers };
      return this.answer(work.manager, await this.service.set(work, asked));
    });
  }

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIAL)
  @ApiOperation({ summary: 'Charges of your own, or of the customs bodies of your scope' })
  async page(
    @CurrentPrincipal() principal: Principal,
    @Query() { payer, status, after, limit }: ChargesQuery,
  ) {
    const { organisation, customsBodies } = listScope(principal, payer, OFFICIAL);
    const wanted = { payer: organisation, customsBodies, status, after, limit };
    const found = await this.charges.page(this.dataSource.manager, wanted);
    return { items: found.map((charge) => row(charge)), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIAL)
  @ApiOperation({
    summary:
      'A charge with what is paid of each part, and whether the escort may begin or the decision be handed over',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const { manager } = this.dataSource;
    const charge = await manager.findOneBy(OtherChargeEntity, { id });
    if (!charge) throw new NotFoundException();
    mayRead(principal, { organisations: charge.payers, customsBody: charge.customsBody });
    return this.shown(manager, charge);
  }

  @Post(':id/payments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({ summary: "Pay a payer's part from its confirmed money (art. 120.3, 120.4)" })
  pay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { payer, from, receiptId }: ChargePaymentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.onCharge(command, id, async (work, charge) => {
      const { customsBody } = charge;
      mayActOn(command.principal, { organisation: payer, customsBody }, OFFICIAL);
      const number = parseBinOrIin(payer);
      if (!number) return fieldInvalid('/payer');
      const owner = { payer: number, customsBody: charge.customsBody };
      const bankDate =
        receiptId === undefined
          ? this.calendar.civilDate(work.context.at)
          : await bankDateOf(work, owner, receiptId);
      if (bankDate === undefined) return fieldInvalid('/receiptId');
      const on = paidOn(bankDate, charge.decidedOn);
      return this.answer(work.manager, await this.service.pay(work, charge, { payer, from, on }));
    });
  }

  @Post(':id/hand-overs')
  @Roles('ACCOUNT_OFFICER', 'RELEASE_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Hand a preliminary decision over: its payment is recorded (art. 120.4)' })
  handOver(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.onCharge(command, id, async (work, charge) => {
      officerOf(command.principal, charge.customsBody);
      return this.answer(work.manager, await this.service.handOver(work, charge));
    });
  }

  private onCharge(
    command: CommandRequest,
    id: string,
    task: (work: Work, charge: OtherChargeEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const charge = await this.charges.hold(work, id);
      if (!charge) throw new NotFoundException();
      return task(work, charge);
    });
  }

  private async answer(manager: EntityManager, handled: ChargeHandled): Promise<Answer> {
    return handled.accepted
      ? { status: 201, body: await this.shown(manager, handled.charge) }
      : refusal(handled.reasons);
  }

  /** Each part with its payments and, where it does not fit the law, CHARGE_UNPAID. */
  private async shown(manager: EntityManager, charge: OtherChargeEntity) {
    const payments = await this.charges.payments(manager, charge);
    const parts = charge.parts.map(partOf).map((part) => {
      const own = payments.get(part.payer) ?? [];
      const decision = checkPart(charge, part.amount, own);
      return {
        ...{ ...part, amount: part.amount.toString() },
        payments: own.map(({ on, amount }) => ({ on, amount: amount.toString() })),
        reasons: decision.accepted ? [] : decision.reasons,
      };
    });
    return { ...row(charge), parts, paid: unpaidParts(charge, payments).length === 0 };
  }
}

function payersOf({ payers }: OtherChargeDto): readonly VehicleOfEscort[] | undefined {
  const read = payers.flatMap(({ payer, ...one }) => {
    const number = parseBinOrIin(payer);
    return number ? [{ ...one, payer: number }] : [];
  });
  return read.length === payers.length ? read : undefined;
}
