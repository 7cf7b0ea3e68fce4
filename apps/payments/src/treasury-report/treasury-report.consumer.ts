/** The Treasury's report as messages; a long day is several messages of one number. */
import { Controller, Inject, Logger } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type TreasuryDailyReport, TreasuryDailyReportSchema } from '@shekara/contracts';
import { Money } from '@shekara/kernel';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { reportOf } from './treasury-report.js';
import { TreasuryReportService } from './treasury-report.service.js';

@Controller()
export class TreasuryReportConsumer {
  private readonly log = new Logger(TreasuryReportConsumer.name);

  constructor(@Inject(TreasuryReportService) private readonly service: TreasuryReportService) {}

  /** Art. 138.9, 154.8. @throws Error for a report without number or date: it is parked, for the Treasury to send it anew. */
  @OnMessage(TreasuryDailyReportSchema)
  async reported(
    @Payload() { reportReference, reportDate, lines }: TreasuryDailyReport,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    const read = reportOf(
      reportReference,
      reportDate,
      lines.map((line) => ({
        number: String(line.number),
        type: line.type,
        bankId: line.bankId,
        bankReference: line.bankReference,
        refundNumber: line.refundNumber,
        payer: line.payerIdentificationNumber,
        budgetCode: line.budgetCode,
        amount: line.amount ? Money.ofTiyn(line.amount.tiyn).toString() : '',
        reason: line.reason,
      })),
    );
    if ('reasons' in read)
      throw new Error(`report ${reportReference}: ${read.reasons.map(({ pointer }) => pointer).join(' ')}`);
    const { report, lines: results } = await this.service.receive(work, read.report, undefined);
    const refused = results.filter(({ outcome }) => outcome === 'REFUSED').length;
    if (refused > 0) this.log.warn(`Treasury report ${report.reference}: ${refused} lines are refused`);
  }
}
