import { pipeline, Readable } from 'node:stream';
import {
  Controller,
  Get,
  Header,
  Inject,
  Logger,
  NotFoundException,
  Param,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify';
import { CurrentPrincipal, type Principal, ProblemException, Roles } from '@shekara/auth';
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { type Clock, reason } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import { requestReasons } from '@shekara/service-kit';
import { AccountEntries, type EntriesWanted } from './account-entries.repository.js';
import { bodiesFor } from './payer-account.controller.js';
import { BalancesQuery, EntriesExportQuery, EntriesQuery } from './payer-account.dto.js';

const CSV = 'text/csv';

/** Debit and credit are columns of their own: a sum never begins with a minus, which a spreadsheet would take for a formula. */
const COLUMNS = [
  'postedOn',
  'valueDate',
  'type',
  'document',
  'ground',
  'customsBody',
  'account',
  'kind',
  'debit',
  'credit',
  'id',
  'line',
] as const;

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('v1/accounts/:payer')
@Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
export class AccountEntriesController {
  private readonly log = new Logger(AccountEntriesController.name);

  constructor(
    @Inject(AccountEntries) private readonly entries: AccountEntries,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('balances')
  @ApiOperation({ summary: 'Balances at the end of a day, by customs body, account and kind' })
  async balances(
    @Param('payer') payer: string,
    @Query() { on, ...filters }: BalancesQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const day = on ?? this.calendar.civilDate(this.clock.now());
    if (!isCivilDate(day)) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/on' })], 400);
    }
    const wanted = await this.wanted(payer, filters, principal);
    return { payer, on: day, items: await this.entries.balancesOn(wanted, day) };
  }

  @Get('entries')
  @ApiOperation({
    summary: 'Lines of the accounts, newest first, by day of posting, kind, type of entry and account',
  })
  async page(
    @Param('payer') payer: string,
    @Query() query: EntriesQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const wanted = await this.wanted(payer, query, principal);
    const [id, line] = (query.before ?? '').split(':');
    const before = id === undefined || line === undefined ? undefined : { id, line: Number(line) };
    const items = await this.entries.page(wanted, before, query.limit);
    const last = items.length === query.limit ? items.at(-1) : undefined;
    return { payer, items, next: last ? `${last.id}:${last.line}` : null };
  }

  @Get('entries.csv')
  @Header('cache-control', 'private, no-store')
  @ApiProduces(CSV)
  @ApiOkResponse({ schema: { type: 'string', example: `${COLUMNS.join(',')}\n` } })
  @ApiOperation({ summary: 'All lines that the filters let pass, as CSV; nothing in it is a formula' })
  async export(
    @Param('payer') payer: string,
    @Query() query: EntriesExportQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<StreamableFile> {
    const wanted = await this.wanted(payer, query, principal);
    const csv = stringify({ header: true, columns: [...COLUMNS], bom: true, escape_formulas: true });
    pipeline(Readable.from(this.entries.all(wanted)), csv, (error) => {
      if (error) this.log.warn(`the entries of an account were not sent to the end: ${error.message}`);
    });
    return new StreamableFile(csv, {
      type: `${CSV}; charset=utf-8`,
      disposition: `attachment; filename="account-${payer}.csv"`,
    });
  }

  private async wanted(
    payer: string,
    query: EntriesExportQuery,
    principal: Principal,
  ): Promise<EntriesWanted> {
    const { customsBody, from, to, kind, type, account } = query;
    const wrong = [
      ['/from', from],
      ['/to', to],
    ].find(([, day]) => day !== undefined && !isCivilDate(day));
    if (wrong)
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: wrong[0] })], 400);
    const customsBodies = bodiesFor(principal, payer, customsBody);
    if (!(await this.entries.isKnown(payer, customsBodies))) throw new NotFoundException();
    return { payer, customsBodies, from, to, kind, type, account };
  }
}
