import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, ProblemException, Public, Roles } from '@shekara/auth';
import { type Clock, Money, reason } from '@shekara/kernel';
import { CLOCK, type Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  REFERENCE_DATA,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { LegalCalendar } from '@shekara/calendar';
import { WorkItems } from '@shekara/work-items';
import type { ConditionFacts } from './inclusion-conditions.js';
import type { ConditionsDto } from './conditions.dto.js';
import {
  EntryQuery,
  ExclusionDto,
  InclusionDto,
  MomentQuery,
  NoticeDto,
  ResumptionDto,
  SuspensionDto,
} from './register-entry.dto.js';
import type { RegisterEntryEntity } from './register-entry.entity.js';
import { RegisterEntryRepository } from './register-entry.repository.js';
import { type OrderedEntry, RegisterEntryService } from './register-entry.service.js';
import { ORDER_NOTICE } from './register-orders.service.js';
import { entryView, publicView, statusChanges } from './register-entry-view.js';
import { statusAt } from './status-at.js';

@ApiTags('registers')
@ApiBearerAuth()
@Controller('v1/register-entries')
export class RegisterEntryController {
  constructor(
    @Inject(RegisterEntryService) private readonly registers: RegisterEntryService,
    @Inject(RegisterEntryRepository) private readonly entries: RegisterEntryRepository,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('REGISTRAR')
  @Answers()
  @ApiOperation({ summary: 'Include a person in a register by order, or refuse with every reason' })
  include(@Body() dto: InclusionDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    this.requireReadable(dto);
    const { customsBody, order, register, submittedAt, registeredAt, documents } = dto;
    const application = { ...conditionsOf(dto), register, submittedAt, registeredAt, documents };
    return this.commands.run(command, async (work) =>
      answer(await this.registers.include(work, customsBody, application, order), 201),
    );
  }

  @Post(':register/:year/:serial/suspensions')
  @Roles('REGISTRAR')
  @Answers()
  @ApiOperation({ summary: "Suspend a warehouse on its owner's notice" })
  suspend(
    @Param() path: Record<string, string>,
    @Body() { order, ...suspension }: SuspensionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.order(command, path, (work, entry) => this.registers.suspend(work, entry, suspension, order));
  }

  @Post(':register/:year/:serial/resumptions')
  @Decides('REGISTER_SUSPENSION_OVER', [])
  @Roles('REGISTRAR')
  @Answers()
  @ApiOperation({ summary: "Resume a suspended warehouse on its owner's notice" })
  resume(
    @Param() path: Record<string, string>,
    @Body() dto: ResumptionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const resumption = { ...conditionsOf(dto), ownerNoticeRegisteredAt: dto.ownerNoticeRegisteredAt };
    return this.order(command, path, (work, entry) =>
      this.registers.resume(work, entry, resumption, dto.order),
    );
  }

  @Post(':register/:year/:serial/exclusions')
  @Decides('REGISTER_SUSPENSION_OVER', [])
  @Roles('REGISTRAR')
  @Answers()
  @ApiOperation({ summary: 'Exclude a person on a listed ground' })
  exclude(
    @Param() path: Record<string, string>,
    @Body() { order, ...exclusion }: ExclusionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.order(command, path, (work, entry) => this.registers.exclude(work, entry, exclusion, order));
  }

  @Post(':register/:year/:serial/notices')
  @Decides('REGISTER_ORDER_NOTICE', [])
  @Roles('REGISTRAR')
  @Answers()
  @ApiOperation({
    summary: 'Record that the person was told in writing of an order; closes the work item you hold',
  })
  notify(
    @Param() path: Record<string, string>,
    @Body() dto: NoticeDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const entry = await this.locked(work, command, path);
      const order = await this.entries.order(work.manager, entry.id, dto.order);
      if (!order) throw new NotFoundException();
      await this.workItems.complete(work, ORDER_NOTICE, order.id, command.principal, dto.proof);
      return { status: 200, body: entryView(entry) };
    });
  }

  /** Published by law (art. 25.4, 33.3, 39.3): open to everybody, without protected data (R-REG-057). */
  @Get()
  @Public()
  @ApiOperation({ summary: 'The registers as published: entries with their orders, the excluded ones too' })
  async page(@Query() query: EntryQuery) {
    const found = await this.entries.page(query);
    const next = found.length === query.limit ? found.at(-1)?.entry.registrationNumber : undefined;
    return { items: found.map(publicView), next };
  }

  /** R-REG-032: what the person was at the moment of an act; without a moment, what it is now. */
  @Get(':register/:year/:serial')
  @Public()
  @ApiOperation({ summary: 'One entry, with its status at a moment' })
  async read(@Param() path: Record<string, string>, @Query() { at }: MomentQuery) {
    const found = await this.entries.find(numberOf(path));
    if (!found) throw new NotFoundException();
    const moment = at ?? this.clock.now();
    return {
      ...publicView(found),
      at: moment,
      statusAt: statusAt(statusChanges(found.orders), moment) ?? 'NOT_IN_REGISTER',
    };
  }

  private order(
    command: CommandRequest,
    path: Record<string, string>,
    decide: (work: Work, entry: RegisterEntryEntity) => Promise<OrderedEntry>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) =>
      answer(await decide(work, await this.locked(work, command, path)), 200),
    );
  }

  private async locked(
    work: Work,
    { principal }: CommandRequest,
    path: Record<string, string>,
  ): Promise<RegisterEntryEntity> {
    const entry = await this.entries.lock(work, numberOf(path));
    if (!entry) throw new NotFoundException();
    officerOf(principal, entry.customsBody);
    return entry;
  }

  /** The customs body exists, and the application was submitted before it was registered and both before now. */
  private requireReadable({ customsBody, submittedAt, registeredAt }: InclusionDto): void {
    const now = this.clock.now();
    const known = this.reference.customsBodies.has(customsBody, this.calendar.civilDate(now));
    const pointer = !known
      ? '/customsBody'
      : submittedAt > registeredAt
        ? '/submittedAt'
        : registeredAt > now
          ? '/registeredAt'
          : undefined;
    if (pointer) throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer })], 400);
  }
}

function conditionsOf(dto: ConditionsDto): ConditionFacts {
  const { applicant, insurance, specialists, carriageSince, carriagePermit, vehicles, premises } = dto;
  return {
    applicant,
    insurance,
    specialists,
    carriageSince,
    carriagePermit,
    vehicles,
    premises,
    offences: dto.offences,
    unpaidCustomsDebt: dto.unpaidCustomsDebt,
    securities: dto.securities.map((part) => ({ ...part, amount: Money.ofTenge(part.amount) })),
  };
}

function answer({ decision, entry }: OrderedEntry, status: number): Answer {
  if (!decision.accepted) return refusal(decision.reasons, entry ? { entry: entryView(entry) } : {});
  return { status, body: entry ? entryView(entry) : null };
}

function numberOf(path: Record<string, string>): string {
  return `${path.register}/${path.year}/${path.serial}`;
}
