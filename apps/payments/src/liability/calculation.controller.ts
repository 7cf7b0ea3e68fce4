import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemException, Roles } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { type Clock, Money } from '@shekara/kernel';
import { CLOCK, DataSource } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { lineView } from '../calculation/line-view.js';
import { escortParts } from '../calculation/other-charge-line.js';
import type { PaymentLine } from '../calculation/payment-line.js';
import { isCharge } from '../payment-kind.js';
import { sumBeforeReliefs } from '../relief/taken-off.js';
import { assess } from './assessment.js';
import { CalculationDto } from './calculation.dto.js';
import { DeclaredQuotas } from './declared-quotas.service.js';
import { previewedGoods } from './previewed-goods.dto.js';

@ApiTags('calculations')
@ApiBearerAuth()
@Controller('v1/calculations')
export class CalculationController {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DeclaredQuotas) private readonly quotas: DeclaredQuotas,
  ) {}

  /**
   * A preview: nothing of it is stored, so it is no command and needs no Idempotency-Key; it names no person, so it is
   * open to whoever deals with payments.
   */
  @Post()
  @HttpCode(200)
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'Calculate payments as a registered declaration would be; nothing is stored' })
  async calculate(@Body() dto: CalculationDto) {
    const registeredOn = dto.registeredOn ?? this.calendar.civilDate(this.clock.now());
    const read = previewedGoods(dto, registeredOn);
    if ('reasons' in read) throw ProblemException.refused(read.reasons, 400);
    const { goods } = read;
    const quotaRefusals = await this.quotas.preview(this.dataSource.manager, goods);
    const assessment = assess({ ...goods, quotaRefusals }, this.reference);
    if (!assessment.accepted) throw ProblemException.refused(assessment.reasons);
    return {
      rateDate: assessment.rateDate,
      customsValue: assessment.customsValue.toFixed(),
      payable: Object.fromEntries([...assessment.payable].map(([kind, amount]) => [kind, amount.toString()])),
      total: Money.sum(assessment.payable.values()).toString(),
      trigger: assessment.trigger ?? null,
      payableIn: assessment.payableIn,
      escortParts: escortParts(goods.otherCharges ?? [], assessment.lines).map(String),
      contingent: Money.sum(
        assessment.lines.flatMap(({ contingent }) => (contingent ? [contingent.amount] : [])),
      ).toString(),
      sumBeforeReliefs: Money.round(sumBeforeReliefs(dutiesAndTaxes(assessment.lines))).toString(),
      lines: assessment.lines.map(lineView),
    };
  }
}

/** The cap of art. 125.7 is of duties and taxes. */
function dutiesAndTaxes(lines: readonly PaymentLine[]): readonly PaymentLine[] {
  return lines.filter(({ kind }) => !isCharge(kind));
}
