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
  mayRead,
  officerOf,
  type Principal,
  ProblemException,
  Roles,
} from '@shekara/auth';
import { type CivilDate, isCivilDate, LegalCalendar } from '@shekara/calendar';
import { parseBinOrIin, reason } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  nextAfter,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import type { ContingentEnding } from '../obligation/contingent.js';
import { ContingentLiabilities, type KeptContingent } from './contingent-liabilities.repository.js';
import type { ContingentLiabilityEntity } from './contingent-liability.entity.js';
import {
  ContingentEndingDto,
  ContingentLiabilitiesQuery,
  DifferencePaymentDto,
  MisuseDto,
  OtherUseApplicationDto,
} from './contingent.dto.js';
import { type ContingentHandled, ContingentService } from './contingent.service.js';

const OFFICIALS = ['ACCOUNT_OFFICER', 'INSPECTION_OFFICER', 'AUDITOR'] as const;

function view({ version: _version, ...shown }: ContingentLiabilityEntity) {
  return shown;
}

function answer(handled: ContingentHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.kept.entity) } : refusal(handled.reasons);
}

function partiesOf({ payer, representative }: ContingentLiabilityEntity): readonly string[] {
  return [payer, representative].filter((party) => party !== '');
}

function isOfficer({ roles }: Principal): boolean {
  return OFFICIALS.some((role) => roles.includes(role));
}

@ApiTags('contingent-liabilities')
@ApiBearerAuth()
@Controller('v1/contingent-liabilities')
export class ContingentController {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ContingentService) private readonly service: ContingentService,
    @Inject(ContingentLiabilities) private readonly contingents: ContingentLiabilities,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIALS)
  @ApiOperation({
    summary: 'Sums of conditional release that sleep or slept, of a payer or at your posts (art. 301)',
  })
  async page(
    @CurrentPrincipal() principal: Principal,
    @Query() { payer, status, after, limit }: ContingentLiabilitiesQuery,
  ) {
    const named = payer === undefined ? undefined : parseBinOrIin(payer);
    if (payer !== undefined && !named) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })], 400);
    }
    const { organisation, customsBodies } = listScope(principal, named, OFFICIALS);
    const found = await this.contingents.page(this.dataSource.manager, {
      payer: organisation,
      ...{ customsBodies, status, after, limit },
    });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', ...OFFICIALS)
  @ApiOperation({ summary: 'A contingent liability, item by item, with what closed each sum' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const entity = await this.contingents.find(this.dataSource.manager, id);
    if (!entity) throw new NotFoundException();
    mayRead(principal, { organisations: partiesOf(entity), customsBody: entity.customsBody });
    return view(entity);
  }

  @Post(':id/misuses')
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Goods were used outside the purpose of their relief: the relieved sums fall due (art. 125.8, 131.5)',
  })
  misused(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: MisuseDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.byOfficer(command, id, (work, kept) => {
      if (dto.misusedOn !== undefined && !isCivilDate(dto.misusedOn)) return fieldInvalid('/misusedOn');
      return this.service.misused(work, kept, { ...dto });
    });
  }

  @Post(':id/other-use-applications')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Announce another use of the goods: what was left unpaid falls due today; an officer registers an application on paper (art. 138.12)',
  })
  otherUse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { items, use, applicant, ...application }: OtherUseApplicationDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { principal } = command;
    return this.run(command, id, (work, kept) => {
      if (!isOfficer(principal)) mayRead(principal, { organisations: partiesOf(kept.entity) });
      else officerOf(principal, kept.entity.customsBody);
      const by = isOfficer(principal) ? applicant : 'DECLARANT';
      if (by === undefined) return fieldInvalid('/applicant');
      return this.service.otherUse(work, kept, {
        application: { ...application, applicant: by },
        use,
        items,
      });
    });
  }

  @Post(':id/endings')
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Re-export was released, the state accepted the goods, or they were destroyed (art. 315.2(2))',
  })
  ended(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { because, on, document, items }: ContingentEndingDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.byOfficer(command, id, (work, kept) => {
      const ending = this.endingOf(work, because, on);
      return ending ? this.service.ended(work, kept, { ending, document, items }) : fieldInvalid('/on');
    });
  }

  @Post(':id/difference-payments')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: "Pay the difference to the common tariff from the account's money: the limits end (art. 301.5)",
  })
  differencePaid(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { from }: DifferencePaymentDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const { principal } = command;
    return this.run(command, id, (work, kept) => {
      if (!isOfficer(principal)) mayRead(principal, { organisations: partiesOf(kept.entity) });
      else officerOf(principal, kept.entity.customsBody);
      return this.service.differencePaid(work, kept, from);
    });
  }

  /** The ending as the law knows it; undefined for a day that does not exist, is to come, or that re-export does not name. */
  private endingOf(
    work: Work,
    because: ContingentEndingDto['because'],
    on: CivilDate | undefined,
  ): ContingentEnding | undefined {
    const today = this.calendar.civilDate(work.context.at);
    if (on !== undefined && (!isCivilDate(on) || on > today)) return undefined;
    if (because !== 'RELEASED_FOR_RE_EXPORT') return { because, documentedOn: on };
    return on === undefined ? undefined : { because, on };
  }

  private byOfficer(
    command: CommandRequest,
    id: string,
    task: (work: Work, kept: KeptContingent) => ContingentHandled | Promise<ContingentHandled>,
  ): Promise<Answer> {
    return this.run(command, id, (work, kept) => {
      officerOf(command.principal, kept.entity.customsBody);
      return task(work, kept);
    });
  }

  private run(
    command: CommandRequest,
    id: string,
    task: (work: Work, kept: KeptContingent) => ContingentHandled | Promise<ContingentHandled>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const kept = await this.contingents.hold(work, id);
      if (!kept) throw new NotFoundException();
      return answer(await task(work, kept));
    });
  }
}

function fieldInvalid(pointer: string): ContingentHandled {
  return { accepted: false, reasons: [reason(requestReasons.FIELD_INVALID, { pointer })] };
}
