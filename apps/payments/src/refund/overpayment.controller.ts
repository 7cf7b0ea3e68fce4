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
  mayActFor,
  mayRead,
  officerOf,
  type Principal,
  Roles,
} from '@shekara/auth';
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
import { Offsets } from '../offset/offset.service.js';
import { OverpaymentApplicationEntity } from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { OverpaymentConfirmation } from './overpayment-confirmation.service.js';
import { type ApplicationHandled, OverpaymentRegistration } from './overpayment-registration.service.js';
import {
  ApplicationsQuery,
  ConfirmationDeliveryDto,
  type GroundDto,
  HeldOffsetDecisionDto,
  OverpaymentApplicationDto,
  OverpaymentDecisionDto,
  TaxApplicationDto,
  TaxConclusionDto,
} from './overpayment.dto.js';
import { TaxConclusions } from './tax-conclusion.service.js';
import type { TreasuryOrderEntity } from './treasury-order.entity.js';

/** What the payer and the officers see of an application. */
function view(application: OverpaymentApplicationEntity) {
  const { version: _version, ...shown } = application;
  return shown;
}

function orderView({ version: _version, applicationId: _application, ...shown }: TreasuryOrderEntity) {
  return shown;
}

function answer(handled: ApplicationHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.application) } : refusal(handled.reasons);
}

@ApiTags('overpayments')
@ApiBearerAuth()
@Controller('v1/overpayment-applications')
export class OverpaymentController {
  constructor(
    @Inject(OverpaymentRegistration) private readonly registration: OverpaymentRegistration,
    @Inject(OverpaymentConfirmation) private readonly confirmation: OverpaymentConfirmation,
    @Inject(TaxConclusions) private readonly conclusions: TaxConclusions,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
    @Inject(Offsets) private readonly offsets: Offsets,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Applications of a payer, or at your posts' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: ApplicationsQuery) {
    const { organisation, customsBodies } = listScope(principal, payer, ['ACCOUNT_OFFICER', 'AUDITOR']);
    const found = await this.applications.page(this.dataSource.manager, {
      payer: organisation,
      customsBodies,
      after,
      limit,
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary: 'An application with its orders, and what of its sum debts leave to refund (art. 154.6)',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const { manager } = this.dataSource;
    const application = await manager.findOneBy(OverpaymentApplicationEntity, { id });
    if (!application) throw new NotFoundException();
    const { payer, appliedBy, customsBody, purpose, confirmed, conclusion } = application;
    mayRead(principal, { organisations: [payer, appliedBy], customsBody });
    const orders = await this.applications.ordersOf(manager, id);
    if (conclusion) return { ...view(application), orders: orders.map(orderView) };
    const plan = await this.offsets.plan(manager, payer, { purpose, amount: Money.ofTenge(confirmed) });
    return {
      ...view(application),
      orders: [],
      refundable: plan.refundable,
      offset: { byMachine: plan.offsets, forOfficer: plan.forOfficer, withheld: plan.withheld },
    };
  }

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({
    summary:
      'Apply for confirmation of an overpayment or an unused advance; decided in 10 working days (art. 154.2)',
  })
  apply(@Body() dto: OverpaymentApplicationDto, @Command() command: CommandRequest): Promise<Answer> {
    const { organisation } = command.principal;
    const ownRight = !command.principal.roles.includes('CUSTOMS_REPRESENTATIVE');
    if (ownRight || organisation === undefined) mayActFor(command.principal, dto.payer);
    const appliedBy = organisation ?? dto.payer;
    return this.commands.run(command, async (work) => {
      const payer = parseBinOrIin(dto.payer);
      const customsBody = parseCustomsBodyCode(dto.customsBody);
      const bad = notADay([['/overpaidOn', dto.overpaidOn], ...groundDays(dto.ground)]);
      if (bad) return bad;
      if (!payer) return fieldInvalid('/payer');
      if (!customsBody) return fieldInvalid('/customsBody');
      if ((dto.paidAs === 'ADVANCE') !== (dto.purpose === 'ADVANCE')) return fieldInvalid('/purpose');
      if ((dto.paidAs === 'ADVANCE') !== (dto.ground === undefined)) return fieldInvalid('/ground');
      const { paidAs, purpose, overpaidOn, paidFor, copies, ground, declarationNumber } = dto;
      const handled = await this.registration.register(work, {
        payer,
        customsBody,
        appliedBy,
        paidAs,
        purpose,
        overpaidOn,
        paidFor,
        copies,
        ground,
        declarationNumber,
        amount: Money.ofTenge(dto.amount),
        ...(paidAs === 'MISTAKEN' && ground?.mistake !== undefined ? { mistake: ground.mistake } : {}),
        staysPayable: dto.staysPayable === undefined ? undefined : Money.ofTenge(dto.staysPayable),
      });
      return answer(handled);
    });
  }

  @Post(':id/decisions')
  @Decides('OVERPAYMENT_CONFIRMATION')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Confirm in whole or in part, or refuse, on the reconciliation act; completes the item you claimed (art. 154.5)',
  })
  decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: OverpaymentDecisionDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, groundDays(dto.ground), async (work, application) =>
      answer(
        await this.confirmation.decide(
          work,
          application,
          {
            act: dto.act,
            overpaid: Money.ofTenge(dto.overpaid),
            ground: dto.ground,
            staysPayable: dto.staysPayable === undefined ? undefined : Money.ofTenge(dto.staysPayable),
          },
          command.principal,
        ),
      ),
    );
  }

  @Post(':id/deliveries')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'The confirmation was delivered; 15 working days for the tax authority run (art. 154.6)',
  })
  deliver(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ConfirmationDeliveryDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/deliveredOn', dto.deliveredOn]], async (work, application) =>
      answer(await this.confirmation.deliver(work, application, dto.deliveredOn)),
    );
  }

  @Post(':id/tax-applications')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The payer applied to the tax authority (art. 154.6)' })
  fileAtTax(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: TaxApplicationDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, [['/filedOn', dto.filedOn]], async (work, application) =>
      answer(await this.confirmation.fileAtTax(work, application, dto.filedOn)),
    );
  }

  @Post(':id/tax-conclusions')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'The conclusion of the tax authority: orders offsets and the refund of the rest (art. 154.6, 154.7)',
  })
  conclude(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: TaxConclusionDto,
    @Command() command: CommandRequest,
  ) {
    const [offset, refund] = [Money.ofTenge(dto.offset), Money.ofTenge(dto.refund)];
    return this.run(command, id, [], async (work, application) =>
      answer(await this.conclusions.record(work, application, { reference: dto.reference, offset, refund })),
    );
  }

  @Post(':id/held-offset-decisions')
  @Decides('IMPORT_DUTY_OFFSET')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Approve or decline an offset to or from import duty; completes the item you claimed (art. 138.8)',
  })
  decideHeld(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision, treatyRule = '' }: HeldOffsetDecisionDto,
    @Command() command: CommandRequest,
  ) {
    const decided = decision === 'APPROVE' ? { decision, treatyRule } : { decision };
    return this.run(command, id, [], async (work, application) =>
      answer(await this.conclusions.decideHeld(work, application, decided, command.principal)),
    );
  }

  private run(
    command: CommandRequest,
    id: string,
    days: readonly [string, string][],
    task: (work: Work, application: OverpaymentApplicationEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const application = await this.applications.hold(work, id);
      if (!application) throw new NotFoundException();
      officerOf(command.principal, application.customsBody);
      return notADay(days) ?? task(work, application);
    });
  }
}

function groundDays(ground: GroundDto | undefined): [string, string][] {
  const days: readonly [string, string | undefined][] = [
    ['/ground/countsFrom', ground?.countsFrom],
    ['/ground/arisenOn', ground?.arisenOn],
    ['/ground/exportedOn', ground?.exportedOn],
  ];
  return days.flatMap(([pointer, day]): [string, string][] => (day === undefined ? [] : [[pointer, day]]));
}

/** Refuses the first date that no calendar has. */
function notADay(days: readonly [string, string][]): Answer | undefined {
  const bad = days.find(([, day]) => !isCivilDate(day));
  return bad && fieldInvalid(bad[0]);
}
