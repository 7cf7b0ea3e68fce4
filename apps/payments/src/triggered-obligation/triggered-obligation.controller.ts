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
import { v7 as uuidv7 } from 'uuid';
import { CurrentPrincipal, listScope, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { Money, reason } from '@shekara/kernel';
import { DataSource, type Work } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  nextAfter,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { statedItem } from '../liability/previewed-goods.dto.js';
import { daysOf, originOf } from '../obligation/said-facts.js';
import { DismissalDto, FindingDto, FindingFactsDto, ObligationsQuery } from './triggered-obligation.dto.js';
import { TriggeredObligationEntity } from './triggered-obligation.entity.js';
import { TriggeredObligations } from './triggered-obligations.repository.js';
import {
  type Finding,
  OBLIGATION_ASSESSMENT,
  ObligationFindings,
  type ObligationHandled,
} from './triggered-obligations.service.js';

function view({ version: _version, ...shown }: TriggeredObligationEntity) {
  return shown;
}

function answer(handled: ObligationHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.row) } : refusal(handled.reasons);
}

@ApiTags('obligations')
@ApiBearerAuth()
@Controller('v1/obligations')
export class ObligationController {
  constructor(
    @Inject(ObligationFindings) private readonly findings: ObligationFindings,
    @Inject(TriggeredObligations) private readonly obligations: TriggeredObligations,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'WAREHOUSE_KEEPER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Obligations that events made arise: of a payer, or at your posts' })
  async page(
    @CurrentPrincipal() principal: Principal,
    @Query() { payer, status, after, limit }: ObligationsQuery,
  ) {
    const scope = listScope(principal, payer, ['ACCOUNT_OFFICER', 'AUDITOR']);
    const found = await this.obligations.page(this.dataSource.manager, scope, { status, after, limit });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'WAREHOUSE_KEEPER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'What was found, who owes what of it, and by which figures' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const row = await this.dataSource.manager.findOneBy(TriggeredObligationEntity, { id });
    if (!row) throw new NotFoundException();
    const organisations = [...(row.payer === null ? [] : [row.payer]), ...row.jointPayers];
    mayRead(principal, { organisations, customsBody: row.customsBody });
    return view(row);
  }

  @Post()
  @Roles('ACCOUNT_OFFICER', 'INSPECTION_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'An event made an obligation arise: the trigger matrix and the tariff say who owes how much since when',
  })
  find(@Body() dto: FindingDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.origin.customsBody);
    return this.commands.run(command, async (work) => {
      const { trigger, document, caseId = uuidv7() } = dto;
      const finding = this.findingOf(dto, { id: work.newId(), caseId, trigger, document });
      return 'status' in finding ? finding : answer(await this.findings.found(work, finding));
    });
  }

  @Post(':id/assessments')
  @Decides(OBLIGATION_ASSESSMENT)
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Completes a reported finding; closes the work item you hold' })
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: FindingFactsDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.waiting(command, id, async (work, row) => {
      const { caseId, trigger, document } = row;
      const finding = this.findingOf(dto, { id, caseId, trigger, document });
      if ('status' in finding) return finding;
      return answer(await this.findings.complete(work, row, finding, command.principal));
    });
  }

  @Post(':id/dismissals')
  @Decides(OBLIGATION_ASSESSMENT)
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Nobody owes; closes the work item you hold' })
  dismiss(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { because }: DismissalDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.waiting(command, id, async (work, row) => ({
      status: 201,
      body: view(await this.findings.dismiss(work, row, because, command.principal)),
    }));
  }

  private waiting(
    command: CommandRequest,
    id: string,
    task: (work: Work, row: TriggeredObligationEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const row = await this.obligations.hold(work, id);
      if (!row) throw new NotFoundException();
      officerOf(command.principal, row.customsBody);
      return task(work, row);
    });
  }

  private findingOf(
    dto: FindingFactsDto,
    known: Pick<Finding, 'id' | 'caseId' | 'trigger' | 'document'>,
  ): Finding | Answer {
    const days = daysOf(dto.days);
    if (!days) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/days' })]);
    const { origin, customsBody, foundIn } = dto.origin;
    return {
      ...known,
      customsBody,
      facts: { days, cause: dto.cause },
      involved: dto.involved.map(({ part, person, knewOrShouldHaveKnown }) => ({
        part,
        person,
        knewOrShouldHaveKnown,
      })),
      names: new Map(dto.involved.map(({ person, name }) => [person, name])),
      representative: dto.representative,
      goodsLost: dto.goodsLost,
      goods: dto.goods.map(statedItem),
      originProved: false,
      statedSums: dto.statedSums.map(({ kind, amount }) => ({ kind, amount: Money.ofTenge(amount) })),
      source: dto.source,
      origin: originOf(origin, customsBody, foundIn),
    };
  }
}
