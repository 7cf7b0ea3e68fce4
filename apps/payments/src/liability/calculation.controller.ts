import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemException, Roles } from '@shekara/auth';
import { isCivilDate, LegalCalendar } from '@shekara/calendar';
import { type Clock, Money, reason } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA, requestReasons } from '@shekara/service-kit';
import { lineView } from '../calculation/line-view.js';
import { assess } from './assessment.js';
import { CalculationDto } from './calculation.dto.js';

@ApiTags('calculations')
@ApiBearerAuth()
@Controller('v1/calculations')
export class CalculationController {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A preview: nothing of it is stored, so it is no command and needs no Idempotency-Key; it names no person, so it is
   * open to whoever deals with payments.
   */
  @Post()
  @HttpCode(200)
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Calculate payments as a registered declaration would be; nothing is stored' })
  calculate(@Body() dto: CalculationDto) {
    const registeredOn = dto.registeredOn ?? this.calendar.civilDate(this.clock.now());
    if (!isCivilDate(registeredOn)) {
      throw ProblemException.refused(
        [reason(requestReasons.FIELD_INVALID, { pointer: '/registeredOn' })],
        400,
      );
    }
    const { procedure, items, shipment } = dto;
    const assessment = assess(
      { procedure, registeredOn, personalGoods: false, items, shipment },
      this.reference,
    );
    if (!assessment.accepted) throw ProblemException.refused(assessment.reasons);
    return {
      rateDate: assessment.rateDate,
      customsValue: assessment.customsValue.toFixed(),
      payable: Object.fromEntries([...assessment.payable].map(([kind, amount]) => [kind, amount.toString()])),
      total: Money.sum(assessment.payable.values()).toString(),
      lines: assessment.lines.map(lineView),
    };
  }
}
