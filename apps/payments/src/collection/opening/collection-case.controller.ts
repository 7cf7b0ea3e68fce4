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
import { CurrentPrincipal, mayActFor, mayRead, type Principal, Roles } from '@shekara/auth';
import { Money } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { type Answer, Answers, Command, type CommandRequest, Decides, nextAfter } from '@shekara/service-kit';
import {
  CasesQuery,
  DisputeDto,
  EntrepreneurDto,
  GuaranteeReportDto,
  OffsetDto,
  PayerInformationDto,
} from '../acts/collection.dto.js';
import { CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { caseView, CollectionCommands, documentView } from '../acts/collection-commands.service.js';
import { CollectionDisputes } from '../acts/collection-disputes.service.js';
import { GuaranteeCallRecords } from '../own-money/guarantee-calls.repository.js';
import { OwnMoneyStage } from '../own-money/own-money.service.js';

@ApiTags('collection')
@ApiBearerAuth()
@Controller('v1/collection-cases')
export class CollectionCaseController {
  constructor(
    @Inject(CollectionCommands) private readonly commands: CollectionCommands,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(OwnMoneyStage) private readonly ownMoney: OwnMoneyStage,
    @Inject(CollectionDisputes) private readonly disputes: CollectionDisputes,
    @Inject(GuaranteeCallRecords) private readonly guaranteeCalls: GuaranteeCallRecords,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Cases of a payer, or at your posts, by stage' })
  async page(@CurrentPrincipal() principal: Principal, @Query() { payer, state, after, limit }: CasesQuery) {
    const official = principal.posts.length > 0;
    const of = official ? payer : (payer ?? principal.organisation ?? '');
    if (!official) mayActFor(principal, of ?? '');
    const found = await this.cases.page(this.dataSource.manager, {
      ...(of === undefined ? {} : { payer: of }),
      ...(state === undefined ? {} : { state }),
      ...(official ? { customsBodies: principal.posts } : {}),
      ...(after === undefined ? {} : { after }),
      limit,
    });
    return { items: found.map(caseView), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'A case with its documents, for its payer and the officers of its customs body' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const row = await this.dataSource.manager.findOneBy(CollectionCaseEntity, { id });
    if (!row) throw new NotFoundException();
    mayRead(principal, { organisations: [row.payer], customsBody: row.customsBody });
    const documents = await this.cases.documentsOf(this.dataSource.manager, id);
    const covers = Object.keys(row.progress.covers);
    const guaranteeCalls = await this.guaranteeCalls.of(this.dataSource.manager, covers);
    return { ...caseView(row), documents: documents.map(documentView), guaranteeCalls };
  }

  @Post(':id/entrepreneurs')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The payer with an IIN is an entrepreneur: stages 3 and 4 are open (art. 157.5)' })
  prove(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: EntrepreneurDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) => this.ownMoney.prove(work, row, dto.evidence));
  }

  @Post(':id/disputes')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'An appeal disputes a part: it stands still, the rest is collected on (art. 182.2)',
  })
  pause(@Param('id', ParseUUIDPipe) id: string, @Body() dto: DisputeDto, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) =>
      this.disputes.pause(work, row, Money.ofTenge(dto.amount)),
    );
  }

  @Post(':id/dispute-ends')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'The appeal ended: the disputed part is collected again' })
  resume(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) => this.disputes.resume(work, row));
  }

  @Post(':id/offsets')
  @Decides('COLLECTION_OWN_MONEY')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Stage 2: set own money off; the payer is to be told in 2 working days (art. 161)',
  })
  offset(@Param('id', ParseUUIDPipe) id: string, @Body() dto: OffsetDto, @Command() command: CommandRequest) {
    const asked = { ...dto, amount: Money.ofTenge(dto.amount) };
    return this.commands.run(command, id, (work, row) => this.ownMoney.offset(work, row, asked));
  }

  @Post(':id/guarantee-reports')
  @Decides('COLLECTION_OWN_MONEY')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Stage 2: guarantees has no security of the payer; what it demands and recovers comes in its own messages (art. 161.1)',
  })
  guarantee(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { report, on }: GuaranteeReportDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(
      command,
      id,
      (work, row) => this.ownMoney.guaranteeReport(work, row, { report, on }),
      { '/on': on },
    );
  }

  @Post(':id/payer-informations')
  @Decides('INFORM_PAYER_OF_OFFSET', ['id', '/documentId'])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'The payer was told in writing of an offset or a guarantee; completes the item you claimed (art. 161.2)',
  })
  inform(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: PayerInformationDto,
    @Command() command: CommandRequest,
  ) {
    return this.commands.run(command, id, (work, row) =>
      this.ownMoney.inform(work, row, dto.documentId, dto.letter, command.principal),
    );
  }

  @Post(':id/own-money-ends')
  @Decides('COLLECTION_OWN_MONEY')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary:
      'Close stage 2: nothing usable is left and guarantees reported; completes the item you claimed (art. 162.1)',
  })
  close(@Param('id', ParseUUIDPipe) id: string, @Command() command: CommandRequest) {
    return this.commands.run(command, id, (work, row) => this.ownMoney.close(work, row, command.principal));
  }
}
