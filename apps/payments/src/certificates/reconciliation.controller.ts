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
import { CurrentPrincipal, mayActFor, mayRead, officerOf, type Principal, Roles } from '@shekara/auth';
import { Money, parseBinOrIin, reason } from '@shekara/kernel';
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
import {
  PapersQuery,
  ReconciliationIssueDto,
  ReconciliationRequestDto,
  ReconciliationSignatureDto,
} from './certificate.dto.js';
import { mayApplyFor, scopeOf } from './paper-rights.controller.js';
import { papersPage } from './papers.repository.js';
import { ReconciliationEntity } from './reconciliation.entity.js';
import { type ReconciliationHandled, ReconciliationService } from './reconciliation.service.js';

function view(act: ReconciliationEntity) {
  const { version: _version, ...shown } = act;
  return shown;
}

function answer(handled: ReconciliationHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.act) } : refusal(handled.reasons);
}

@ApiTags('reconciliation acts')
@ApiBearerAuth()
@Controller('v1/reconciliation-acts')
export class ReconciliationController {
  constructor(
    @Inject(ReconciliationService) private readonly reconciliations: ReconciliationService,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Ask to reconcile accounts, with your own figures; the act is due in 10 working days',
  })
  request(@Body() dto: ReconciliationRequestDto, @Command() command: CommandRequest): Promise<Answer> {
    mayApplyFor(command.principal, dto);
    return this.commands.run(command, async (work) => {
      if (!parseBinOrIin(dto.payer)) {
        return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })]);
      }
      const figures = dto.figures.map(({ customsBody, kind, balance }) => ({
        customsBody,
        kind,
        balance: Money.ofTenge(balance),
      }));
      return { status: 201, body: view(await this.reconciliations.request(work, { ...dto, figures })) };
    });
  }

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Reconciliation acts of your own, or at the customs bodies of your scope' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, after, limit }: PapersQuery) {
    const wanted = { ...scopeOf(principal, payer), after, limit };
    const found = await papersPage(this.dataSource.manager, ReconciliationEntity, wanted);
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({
    summary: 'A reconciliation and its act, for its payer and the officers of its customs body',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const act = await this.dataSource.manager.findOneBy(ReconciliationEntity, { id });
    if (!act) throw new NotFoundException();
    mayRead(principal, { organisations: [act.payer], customsBody: act.customsBody });
    return view(act);
  }

  @Post(':id/drafts')
  @Decides('RECONCILIATION')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Draw the act up at the figures of today; again until the payer has signed' })
  prepare(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest): Promise<Answer> {
    return this.run(command, id, async (work, act) => {
      officerOf(command.principal, act.customsBody);
      return answer(await this.reconciliations.prepare(work, act));
    });
  }

  @Post(':id/signatures')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER')
  @Answers()
  @ApiOperation({ summary: 'The payer signs the act, with or without objections' })
  sign(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { signature, objections }: ReconciliationSignatureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.run(command, id, async (work, act) => {
      mayActFor(command.principal, act.payer);
      const said = objections.map(({ customsBody, kind, text }) => ({ customsBody, kind, text }));
      return answer(await this.reconciliations.sign(work, act, signature, said));
    });
  }

  @Post(':id/issues')
  @Decides('RECONCILIATION')
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary: 'Issue the act in two originals, signed by both; completes the work item you claimed',
  })
  issue(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { signature }: ReconciliationIssueDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.run(command, id, async (work, act) => {
      officerOf(command.principal, act.customsBody);
      return answer(await this.reconciliations.issue(work, act, signature, command.principal));
    });
  }

  private run(
    command: CommandRequest,
    id: string,
    task: (work: Work, act: ReconciliationEntity) => Promise<Answer>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const act = await this.reconciliations.hold(work, id);
      if (!act) throw new NotFoundException();
      return task(work, act);
    });
  }
}
