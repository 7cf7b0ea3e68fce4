import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayActFor, type Principal, ProblemException, Roles } from '@shekara/auth';
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { type Clock, parseBinOrIin, reason } from '@shekara/kernel';
import { CLOCK, DataSource } from '@shekara/persistence';
import { requestReasons } from '@shekara/service-kit';
import { ArrearsService } from './arrears.service.js';
import { ArrearsQuery } from './certificate.dto.js';

/** Whoever decides about a payer anywhere in the country asks (art. 34(5), 40.1(3), 47.1(3), 54(3), 62(3), 293.11(2)). */
const ASKS_ABOUT_ANYBODY = new Set(['ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'REGISTRAR', 'AUDITOR', 'SYSTEM']);

@ApiTags('arrears')
@ApiBearerAuth()
@Controller('v1/arrears')
export class ArrearsController {
  constructor(
    @Inject(ArrearsService) private readonly arrears: ArrearsService,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get(':payer')
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'CARRIER',
    'WAREHOUSE_KEEPER',
    'ACCOUNT_OFFICER',
    'RELEASE_OFFICER',
    'REGISTRAR',
    'AUDITOR',
    'SYSTEM',
  )
  @ApiOperation({
    summary: 'Whether a payer has arrears on a day: clear, or what is unpaid by group (art. 293.11(2))',
  })
  async check(
    @Param('payer') payer: string,
    @Query() { on, regime }: ArrearsQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (!principal.roles.some((role) => ASKS_ABOUT_ANYBODY.has(role))) mayActFor(principal, payer);
    const today = this.calendar.civilDate(this.clock.now());
    const day = on ?? today;
    const wrong = !parseBinOrIin(payer) ? '/payer' : !isCivilDate(day) || day > today ? '/on' : undefined;
    if (wrong !== undefined) {
      throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer: wrong })], 400);
    }
    const decision = await this.arrears.check(this.dataSource.manager, payer, day, regime);
    return { payer, on: day, clear: decision.accepted, reasons: decision.accepted ? [] : decision.reasons };
  }
}
