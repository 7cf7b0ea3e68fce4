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
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
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
import { WorkItems } from '@shekara/work-items';
import { BODY_OF_LAST_RESORT } from '../money-receipt/receipt-intake.service.js';
import { LinesQuery, ReportClosureDto, ReportQuery } from './treasury-report.dto.js';
import { HEADING, readReportFile } from './treasury-report.js';
import { countsOf, TreasuryReportService } from './treasury-report.service.js';
import { TreasuryLines } from './treasury-lines.repository.js';
import { TREASURY_REPORT } from './waiting-term.service.js';

/** The Treasury's own system reports for every customs body, an officer for those of its posts. */
function bodiesOf({ roles, posts }: Principal): readonly string[] | undefined {
  return roles.includes('SYSTEM') ? undefined : posts;
}

@ApiTags('money')
@ApiBearerAuth()
@Controller('v1/treasury-reports')
export class TreasuryReportController {
  constructor(
    @Inject(TreasuryReportService) private readonly service: TreasuryReportService,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(TreasuryLines) private readonly lines: TreasuryLines,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get(':id/lines')
  @Roles('SYSTEM', 'ACCOUNT_OFFICER')
  @ApiOperation({ summary: 'Lines of a report and what became of each, e.g. those that wait for the bank' })
  async page(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { outcome, after, limit }: LinesQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (!principal.roles.includes('SYSTEM')) officerOf(principal, BODY_OF_LAST_RESORT);
    const report = await this.lines.find(this.dataSource.manager, id);
    if (!report) throw new NotFoundException();
    const items = await this.lines.page(this.dataSource.manager, {
      id,
      outcome,
      after,
      limit,
    });
    return { report, items, next: items.length === limit ? (items.at(-1)?.number ?? null) : null };
  }

  @Post()
  @Roles('SYSTEM', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiConsumes('text/csv')
  @ApiBody({
    schema: {
      type: 'string',
      example: `${HEADING}\n1,RECEIPT,HALYKKZ,B-77,,980540000397,106105,1968000.00,`,
    },
  })
  @ApiOperation({
    summary: "The Treasury's daily report as a file; the answer tells what became of each line",
  })
  receive(
    @Query() { reference, date }: ReportQuery,
    @Body() text: unknown,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      if (typeof text !== 'string') return refusal([reason(requestReasons.REQUEST_INVALID)]);
      const read = readReportFile(reference, date, text);
      if ('reasons' in read) return refusal(read.reasons);
      const { report, lines } = await this.service.receive(work, read.report, bodiesOf(command.principal));
      return { status: 201, body: { ...report, ...countsOf(lines), lines } };
    });
  }

  @Post(':id/closures')
  @Decides('TREASURY_REPORT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({ summary: 'Close the item of a report that you claimed: its refused lines are settled' })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ReportClosureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      officerOf(command.principal, BODY_OF_LAST_RESORT);
      await this.workItems.complete(work, TREASURY_REPORT, id, command.principal, dto.outcome);
      return { status: 201, body: { id, outcome: dto.outcome } };
    });
  }
}
