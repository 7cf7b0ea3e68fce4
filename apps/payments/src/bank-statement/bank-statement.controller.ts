import { Body, Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, officerOf, type Principal, Roles } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
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
import { LicensedBanks } from '../money-receipt/licensed-banks.repository.js';
import { BODY_OF_LAST_RESORT } from '../money-receipt/receipt-intake.service.js';
import { StatementClosureDto } from './bank-statement.dto.js';
import {
  BANK_STATEMENT,
  BankStatementService,
  countsOf,
  type StatementResult,
} from './bank-statement.service.js';
import { BankStatements } from './bank-statements.repository.js';
import { readStatement } from './camt-statement.js';

function view({ statement, repeated, entries }: StatementResult) {
  return { ...statement, repeatedStatement: repeated, ...countsOf(entries), entries };
}

const isBank = ({ roles }: Principal): boolean => roles.includes('BANK');

@ApiTags('money')
@ApiBearerAuth()
@Controller('v1/bank-statements')
export class BankStatementController {
  constructor(
    @Inject(BankStatementService) private readonly service: BankStatementService,
    @Inject(BankStatements) private readonly statements: BankStatements,
    @Inject(LicensedBanks) private readonly banks: LicensedBanks,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Post()
  @Roles('BANK', 'ACCOUNT_OFFICER')
  @Answers()
  @ApiConsumes('application/xml')
  @ApiBody({
    schema: { type: 'string', example: '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08">…' },
  })
  @ApiOperation({
    summary:
      'A statement (camt.053) or notification (camt.054) of your bank; the answer tells what became of each payment',
    description:
      'Payments are judged one by one: a broken one is refused with its reasons and the rest is posted. The same statement again gets the first results.',
  })
  receive(@Body() text: unknown, @Command() command: CommandRequest): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      if (typeof text !== 'string') return refusal([reason(requestReasons.REQUEST_INVALID)]);
      const read = readStatement(text);
      if ('reasons' in read) return refusal(read.reasons);
      const { principal } = command;
      const today = this.calendar.civilDate(work.context.at);
      if (isBank(principal)) {
        const own = await this.banks.organisationOf(work.manager, read.statement.bankId, today);
        mayActFor(principal, own ?? []);
      }
      const posts = isBank(principal) ? undefined : principal.posts;
      return { status: 201, body: view(await this.service.receive(work, read.statement, text, posts)) };
    });
  }

  @Get(':id')
  @Roles('BANK', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'A statement and what became of its payments; officers see those of their posts' })
  async read(@Param('id', ParseUUIDPipe) id: string, @CurrentPrincipal() principal: Principal) {
    const { manager } = this.dataSource;
    const statement = await this.statements.find(manager, id);
    if (!statement) throw new NotFoundException();
    const entries = await this.statements.entriesOf(manager, id);
    if (isBank(principal)) {
      const day = this.calendar.civilDate(statement.receivedAt);
      const own = await this.banks.organisationOf(manager, statement.bankId, day);
      if (own === undefined || own !== principal.organisation) throw new NotFoundException();
      return view({ statement, repeated: false, entries });
    }
    const posts: readonly string[] = principal.posts;
    const seen = entries.filter(({ customsBody }) =>
      posts.includes(customsBody === '' ? BODY_OF_LAST_RESORT : customsBody),
    );
    if (seen.length === 0) throw new NotFoundException();
    return view({ statement, repeated: false, entries: seen });
  }

  @Post(':id/closures')
  @Decides('BANK_STATEMENT')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: 'Close the item of a statement that you claimed: its entries are settled with the bank',
  })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: StatementClosureDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.commands.run(command, async (work) => {
      const statement = await this.statements.find(work.manager, id);
      if (!statement) throw new NotFoundException();
      officerOf(command.principal, BODY_OF_LAST_RESORT);
      await this.workItems.complete(work, BANK_STATEMENT, id, command.principal, dto.outcome);
      return { status: 201, body: { id, outcome: dto.outcome } };
    });
  }
}
