import { Body, Controller, Get, Inject, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  mayActFor,
  mayRead,
  officerOf,
  type Principal,
  ProblemException,
  Roles,
} from '@shekara/auth';
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { art, type Clock, parseBinOrIin, parseCustomsBodyCode, reason } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  refusal,
  requestReasons,
  nextAfter,
} from '@shekara/service-kit';
import { accountKey, accountName, payerAtBody } from '../ledger/account.js';
import { AccountStatements } from '../ledger/account-statements.repository.js';
import { AccountTurnovers } from '../ledger/account-turnover.repository.js';
import { Ledger } from '../ledger/ledger.repository.js';
import { closeAccount } from './account-closing.js';
import { OpenAccountDto, StatementQuery, TrialBalanceQuery, TurnoverQuery } from './payer-account.dto.js';
import { PayerAccounts } from './payer-accounts.repository.js';

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('v1/accounts')
export class PayerAccountController {
  constructor(
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(AccountStatements) private readonly statements: AccountStatements,
    @Inject(AccountTurnovers) private readonly turnovers: AccountTurnovers,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: "Open a payer's account at your customs body; from then on the payer is known (art. 141.2)",
  })
  open(@Body() dto: OpenAccountDto, @Command() command: CommandRequest): Promise<Answer> {
    officerOf(command.principal, dto.customsBody);
    return this.commands.run(command, async (work) => {
      const payer = parseBinOrIin(dto.payer);
      const customsBody = parseCustomsBodyCode(dto.customsBody);
      if (!payer) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/payer' })]);
      if (!customsBody) return refusal([reason(requestReasons.FIELD_INVALID, { pointer: '/customsBody' })]);
      await this.payers.hold(work, { payer, customsBody }, dto.name);
      work.record({
        stream: 'PayerAccount',
        streamId: accountName({ payer, customsBody }),
        caseId: NO_CASE_OF_AN_ACCOUNT,
        type: 'PayerAccountOpened',
        payload: { payer, customsBody },
        ground: art(141, 2),
      });
      return { status: 201, body: { payer, customsBody, name: dto.name } };
    });
  }

  @Get('trial-balance')
  @Roles('AUDITOR')
  @ApiOperation({
    summary: 'Debits and credits by account type over all lines up to a day, and whether they balance',
  })
  async trialBalance(@Query() { on }: TrialBalanceQuery) {
    if (on !== undefined && !isCivilDate(on)) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: '/on' })], 400);
    }
    const day = on ?? this.calendar.civilDate(this.clock.now());
    return { on: day, ...(await this.statements.trialBalance(day)) };
  }

  @Get(':payer/:customsBody/turnover')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary:
      'Calculated, assessed, reduced, paid, set off and returned sums of a period by budget code (art. 141.3)',
  })
  async turnover(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Query() { from, to }: TurnoverQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    mayRead(principal, { organisations: [payer], customsBody });
    const owner = payerAtBody(payer, customsBody);
    if (!owner) throw new NotFoundException();
    if (!isCivilDate(from) || !isCivilDate(to)) {
      const pointer = isCivilDate(from) ? '/to' : '/from';
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer })], 400);
    }
    return { payer, customsBody, from, to, accounts: await this.turnovers.of(owner, from, to) };
  }

  @Post(':payer/:customsBody/closures')
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  @ApiOperation({
    summary: "Close a payer's account at your customs body; nothing may stand on it (art. 141.2)",
  })
  close(
    @Param('payer') payer: string,
    @Param('customsBody') customsBody: string,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    officerOf(command.principal, customsBody);
    return this.commands.run(command, async (work) => {
      const owner = payerAtBody(payer, customsBody);
      if (!owner || !(await this.payers.lock(work, owner))) throw new NotFoundException();
      const balances = (await this.ledger.balancesOf(work, owner)).accounts();
      const decision = closeAccount(
        await this.payers.isClosed(work, owner),
        balances.map(({ account, balance }) => ({ name: accountKey(account), balance })),
      );
      if (!decision.accepted) return refusal(decision.reasons);
      await this.payers.close(work, owner);
      work.record({
        stream: 'PayerAccount',
        streamId: accountName(owner),
        caseId: NO_CASE_OF_AN_ACCOUNT,
        type: 'PayerAccountClosed',
        payload: { payer, customsBody },
        ground: art(141, 2),
      });
      return { status: 201, body: { payer, customsBody, closedAt: work.context.at } };
    });
  }

  @Get(':payer')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'AUDITOR')
  @ApiOperation({
    summary: 'Balances and newest entries: of your own, or at the customs bodies of your scope',
  })
  async statement(
    @Param('payer') payer: string,
    @Query() { customsBody, before, limit }: StatementQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const customsBodies = bodiesFor(principal, payer, customsBody);
    const statement = await this.statements.statement({ payer, customsBodies, before, limit });
    if (!statement) throw new NotFoundException();
    const { entries } = statement;
    return { payer, ...statement, next: nextAfter(entries, limit) };
  }
}

/** History needs a case; an account stands outside of all of them. */
const NO_CASE_OF_AN_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** The payer sees its accounts everywhere, an officer or auditor those at the bodies of its scope. */
export function bodiesFor(
  principal: Principal,
  payer: string,
  customsBody: string | undefined,
): readonly string[] | undefined {
  const ofCustoms = principal.roles.includes('ACCOUNT_OFFICER') || principal.roles.includes('AUDITOR');
  if (!ofCustoms) {
    mayActFor(principal, payer);
    return customsBody === undefined ? undefined : [customsBody];
  }
  if (customsBody === undefined) return principal.posts;
  officerOf(principal, customsBody);
  return [customsBody];
}
