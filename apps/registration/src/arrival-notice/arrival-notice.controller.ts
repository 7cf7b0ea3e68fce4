import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import {
  type Answer,
  answerOf,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
} from '@shekara/service-kit';
import { ArrivalNoticeDto } from './arrival-notice.dto.js';
import { ArrivalQueueDto } from './arrival-queue.dto.js';
import { ArrivalNoticeEntity } from './arrival-notice.entity.js';
import { noticeDefects } from './arrival-notice-reasons.js';
import { ArrivalNoticeService, type LodgedNotice } from './arrival-notice.service.js';
import { DifferenceDecisionDto } from './difference-decision.dto.js';
import { PresentationDto } from './presentation.dto.js';
import { PresentationService } from './presentation.service.js';

/** What the submitter and the officer see of a notice. */
function view(entity: ArrivalNoticeEntity) {
  return {
    number: entity.number,
    caseId: entity.caseId,
    status: entity.status,
    customsBody: entity.customsBody,
    lodgedAt: entity.lodgedAt,
    presentedAt: entity.presentedAt,
    placementDeadline: entity.placementDeadline,
    goesAhead: entity.goesAhead,
    differences: entity.differences,
    outcome: entity.outcome,
    late: entity.late,
  };
}

function answer({ entity, decision }: LodgedNotice): Answer {
  return decision.accepted
    ? { status: 201, body: view(entity) }
    : refusal(decision.reasons, { notice: view(entity) });
}

@ApiTags('arrival')
@ApiBearerAuth()
@Controller('v1/arrival-notices')
export class ArrivalNoticeController {
  constructor(
    @Inject(ArrivalNoticeService) private readonly arrivals: ArrivalNoticeService,
    @Inject(PresentationService) private readonly presentations: PresentationService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('CHECKPOINT_SYSTEM', 'CHECKPOINT_OFFICER', 'CARRIER', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({
    summary: 'Lodge an arrival notice: accepted with its number, or returned with every defect',
  })
  lodge(@Body() dto: ArrivalNoticeDto, @Command() command: CommandRequest): Promise<Answer> {
    mayLodge(command.principal, dto);
    const { crossedAt, deliveredAt, ...notice } = dto;
    return this.commands.add(command, async (work) =>
      answer(await this.arrivals.lodge(work, notice, { crossedAt, deliveredAt })),
    );
  }

  @Post(':customsBody/:date/:serial/supplements')
  @Roles('CHECKPOINT_SYSTEM', 'CHECKPOINT_OFFICER', 'CARRIER', 'CUSTOMS_REPRESENTATIVE')
  @Answers()
  @ApiOperation({ summary: 'Cure a returned notice; its number and moment of lodging stay' })
  supplement(
    @Param() path: Record<string, string>,
    @Body() dto: ArrivalNoticeDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    mayLodge(command.principal, dto);
    return this.commands.run(command, async (work) => {
      const entity = await this.arrivals.byNumber(work, numberOf(path));
      if (!entity) throw new NotFoundException();
      mayRead(command.principal, scopeOf(entity));
      if (entity.status !== 'INCOMPLETE') return refusal([reason(noticeDefects.NOTICE_NOT_CURABLE)]);
      const { crossedAt: _crossedAt, deliveredAt: _deliveredAt, ...notice } = dto;
      return answer(await this.arrivals.supplement(work, entity, notice));
    });
  }

  @Post(':customsBody/:date/:serial/presentations')
  @Decides('NON_DELIVERY', [])
  @Roles('CHECKPOINT_SYSTEM', 'CHECKPOINT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Record that the goods are here and how they were found; the placement term runs from then',
  })
  present(
    @Param() path: Record<string, string>,
    @Body() dto: PresentationDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const entity = await this.arrivals.byNumber(work, numberOf(path));
      if (!entity) throw new NotFoundException();
      officerOf(command.principal, entity.customsBody);
      return answerOf(await this.presentations.present(work, entity, dto), () => ({
        status: 201,
        body: view(entity),
      }));
    });
  }

  @Post(':customsBody/:date/:serial/difference-decisions')
  @Decides('PRESENTATION_DIFFERENCE', [])
  @Roles('CHECKPOINT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Decide on goods that differ from their notice; the officer holds the work item' })
  decideDifference(
    @Param() path: Record<string, string>,
    @Body() dto: DifferenceDecisionDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const entity = await this.arrivals.byNumber(work, numberOf(path));
      if (!entity) throw new NotFoundException();
      officerOf(command.principal, entity.customsBody);
      await this.presentations.decideDifference(work, entity, command.principal, dto);
      return { status: 201, body: { ...view(entity), decision: dto.outcome } };
    });
  }

  @Get()
  @Roles('CHECKPOINT_SYSTEM', 'CHECKPOINT_OFFICER')
  @ApiOperation({
    summary: 'Goods at a customs body that wait to be stored or declared, priority goods first',
  })
  async queue(@Query() asked: ArrivalQueueDto, @CurrentPrincipal() principal: Principal) {
    officerOf(principal, asked.customsBody);
    const waiting = await this.arrivals.queueOf(asked.customsBody, asked.limit);
    return { items: waiting.map(view) };
  }

  @Get(':customsBody/:date/:serial')
  @Roles(
    'CHECKPOINT_SYSTEM',
    'CHECKPOINT_OFFICER',
    'CARRIER',
    'CUSTOMS_REPRESENTATIVE',
    'DECLARANT',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'Read a notice' })
  async read(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const entity = await this.dataSource.manager.findOneBy(ArrivalNoticeEntity, { number: numberOf(path) });
    if (!entity) throw new NotFoundException();
    mayRead(principal, scopeOf(entity));
    return { ...view(entity), notice: entity.notice };
  }
}

/** A carrier lodges its own notices, a representative those it is named in, an officer or lane system those of its posts. */
function mayLodge(principal: Principal, dto: ArrivalNoticeDto): void {
  if (principal.roles.includes('CARRIER')) mayActFor(principal, dto.carrier.identificationNumber ?? '');
  else if (principal.roles.includes('CUSTOMS_REPRESENTATIVE')) {
    mayActFor(
      principal,
      dto.submitter.role === 'REPRESENTATIVE' ? (dto.submitter.identificationNumber ?? '') : '',
    );
  } else officerOf(principal, dto.customsBody);
}

function numberOf(path: Record<string, string>): string {
  return `${path.customsBody}/${path.date}/${path.serial}`;
}

function scopeOf(entity: ArrivalNoticeEntity) {
  return {
    organisations: [
      entity.carrierNumber,
      entity.consigneeNumber,
      entity.notice.submitter.identificationNumber ?? '',
    ].filter((number) => number !== ''),
    customsBody: entity.customsBody,
  };
}
