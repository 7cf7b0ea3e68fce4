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
} from '@shekara/service-kit';
import { CollectionDisputes } from '../collection/acts/collection-disputes.service.js';
import { HeadsDecisionDto, WriteOffProposalDto, WriteOffsQuery } from './write-off.dto.js';
import { WriteOffEntity } from './write-off.entity.js';
import { type WriteOffHandled, WriteOffService } from './write-off.service.js';
import { holdWriteOff, writeOffsPage } from './write-offs.repository.js';

function view({ version: _version, ...shown }: WriteOffEntity) {
  return shown;
}

function answer(handled: WriteOffHandled): Answer {
  return handled.accepted ? { status: 201, body: view(handled.writeOff) } : refusal(handled.reasons);
}

@ApiTags('write-offs')
@ApiBearerAuth()
@Controller('v1/write-offs')
export class WriteOffController {
  constructor(
    @Inject(WriteOffService) private readonly service: WriteOffService,
    @Inject(CollectionDisputes) private readonly collection: CollectionDisputes,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Roles('ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({ summary: 'Write-offs proposed or decided at your posts' })
  async page(@CurrentPrincipal() { posts }: Principal, @Query() { payer, after, limit }: WriteOffsQuery) {
    const found = await writeOffsPage(this.dataSource.manager, { payer, customsBodies: posts, after, limit });
    return { items: found.map(view), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({
    summary: 'A write-off, for its payer once it is carried out and for the officers of its body',
  })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const writeOff = await this.dataSource.manager.findOneBy(WriteOffEntity, { id });
    if (!writeOff) throw new NotFoundException();
    const { status, payer, customsBody } = writeOff;
    mayRead(principal, { organisations: status === 'WRITTEN_OFF' ? [payer] : [], customsBody });
    return view(writeOff);
  }

  @Post()
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Propose to write off what a case has left, on a ground of other legislation (art. 172)',
  })
  propose(@Body() { collectionId, ...ground }: WriteOffProposalDto, @Command() command: CommandRequest) {
    return this.commands.run(command, async (work) => {
      const held = await this.collection.holdForWriteOff(work, collectionId);
      if (!held) throw new NotFoundException();
      officerOf(command.principal, held.row.customsBody);
      return answer(await this.service.propose(work, held.row, { ...ground }));
    });
  }

  @Post(':id/recognitions')
  @Decides('WRITE_OFF')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({
    summary:
      'Recognize the debt as uncollectible: it is owed no more; completes the item you claimed (art. 172)',
  })
  recognize(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: HeadsDecisionDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, (work, writeOff) =>
      this.service.recognize(work, writeOff, { ...dto }, command.principal),
    );
  }

  @Post(':id/rejections')
  @Decides('WRITE_OFF')
  @Roles('HEAD_OF_POST')
  @Answers()
  @ApiOperation({ summary: 'Reject the proposal: the debt stays; completes the item you claimed' })
  reject(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: HeadsDecisionDto,
    @Command() command: CommandRequest,
  ) {
    return this.run(command, id, (work, writeOff) =>
      this.service.reject(work, writeOff, { ...dto }, command.principal),
    );
  }

  private run(
    command: CommandRequest,
    id: string,
    task: (work: Work, writeOff: WriteOffEntity) => Promise<WriteOffHandled>,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const writeOff = await holdWriteOff(work, id);
      if (!writeOff) throw new NotFoundException();
      officerOf(command.principal, writeOff.customsBody);
      return answer(await task(work, writeOff));
    });
  }
}
