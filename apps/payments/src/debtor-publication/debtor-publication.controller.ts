import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, Public, Roles } from '@shekara/auth';
import { art, parseBinOrIin, reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  Decides,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { DebtorLists } from './debtor-lists.repository.js';
import { DebtorListDto, DebtorsQuery, PublishedPersonDto } from './debtor-publication.dto.js';
import { DebtorPublicationService, PUBLISHING_BODY } from './debtor-publication.service.js';

@ApiTags('public list of debtors')
@Controller('v1/debtors')
export class DebtorPublicationController {
  constructor(
    @Inject(DebtorPublicationService) private readonly publication: DebtorPublicationService,
    @Inject(DebtorLists) private readonly lists: DebtorLists,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PUBLISHING_BODY) private readonly publishingBody: string,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary:
      'The newest public list of debtors: name, number, head and total debt (art. 170); needs no token',
  })
  async page(@Query() { after, limit }: DebtorsQuery) {
    const list = await this.lists.newest(this.dataSource.manager);
    if (!list) return { reportingMonth: null, publishedOn: null, items: [], next: null };
    const items = await this.lists.entries(this.dataSource.manager, list.id, after ?? '', limit);
    const { reportingMonth, publishedOn } = list;
    return {
      reportingMonth,
      publishedOn,
      items,
      next: items.length === limit ? (items.at(-1)?.payer ?? null) : null,
    };
  }

  @Post('persons')
  @Decides('PUBLIC_DEBTOR_LIST', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'What the register of persons says of a debtor: name and head (art. 170.1)' })
  keepPerson(
    @Body() { payer, name, headFullName }: PublishedPersonDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    officerOf(command.principal, this.publishingBody);
    return this.commands.run(command, async (work) => {
      if (!parseBinOrIin(payer))
        return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })]);
      await this.lists.keepPerson(work, payer, name, headFullName);
      work.record({
        stream: 'PublishedPerson',
        streamId: payer,
        caseId: '00000000-0000-0000-0000-000000000000',
        type: 'PublishedPersonGiven',
        payload: { payer, name, headFullName: headFullName ?? null },
        ground: art(170, 1),
      });
      return { status: 201, body: { payer, name, headFullName: headFullName ?? null } };
    });
  }

  @Post('lists')
  @Decides('PUBLIC_DEBTOR_LIST', [])
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Publish the list of a month that the machine left to you; completes the item you claimed',
  })
  publish(@Body() { reportingMonth }: DebtorListDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, this.publishingBody);
    return this.commands.run(command, async (work) => {
      const handled = await this.publication.publishFor(work, reportingMonth, command.principal);
      if (!handled.accepted) return refusal(handled.reasons);
      return { status: 201, body: { reportingMonth, entries: handled.list.entries.length } };
    });
  }
}
