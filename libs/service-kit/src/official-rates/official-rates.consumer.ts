/** Hears of official rates (art. 127, 158.2). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type FxRatePublished,
  FxRatePublishedSchema,
  type RefinancingRateChanged,
  RefinancingRateChangedSchema,
} from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import { OfficialRates } from './official-rates.js';

@Controller()
export class OfficialRatesConsumer {
  constructor(@Inject(OfficialRates) private readonly rates: OfficialRates) {}

  @OnMessages(FxRatePublishedSchema)
  async fxRatesPublished(
    @Payload() delivered: readonly Delivered<FxRatePublished>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await this.rates.keep(
      work,
      delivered.map(({ message: { currency, date, kztPerUnit, source } }) => ({
        kind: 'CURRENCY',
        currency,
        day: date,
        figure: kztPerUnit,
        source,
      })),
    );
  }

  @OnMessages(RefinancingRateChangedSchema)
  async refinancingRatesChanged(
    @Payload() delivered: readonly Delivered<RefinancingRateChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await this.rates.keep(
      work,
      delivered.map(({ message: { percent, validFrom, source } }) => ({
        kind: 'REFINANCING',
        currency: '',
        day: validFrom,
        figure: percent,
        source,
      })),
    );
  }
}
