import { Body, Controller, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { officerOf, type Principal, Roles } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { BODY_OF_LAST_RESORT } from '../money-receipt/receipt-intake.service.js';
import { ReportClosureDto, ReportQuery } from './treasury-report.dto.js';
import { HEADING, readReportFile } from './treasury-report.js';
import { countsOf, TREASURY_REPORT, TreasuryReportService } from './treasury-report.service.js';

/** The Treasury's own system reports for every customs body, an officer for those of its posts. */
function bodiesOf({ roles, posts }: Principal): (customsBody: string) => boolean {
  const own: readonly string[] = posts;
  return (customsBody) => roles.includes('SYSTEM') || own.includes(customsBody);
}

@ApiTags('money')
@ApiBearerAuth()
@Controller('v1/treasury-reports')
export class TreasuryReportController {
  constructor(
    @Inject(TreasuryReportService) private readonly service: TreasuryReportService,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

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
