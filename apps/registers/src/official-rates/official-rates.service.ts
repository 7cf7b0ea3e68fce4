/** Publishes official rates: kept, told to every service that computes with them, written into the history. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { FxRatePublishedSchema, RefinancingRateChangedSchema, timestampOf } from '@shekara/contracts';
import { art, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { type FigurePublished, type OfficialFigure, publishFigures } from './official-rate.js';
import { PublishedFigures } from './official-rates.repository.js';

const STREAM = 'OfficialRates';
const GROUND = { CURRENCY: art(127), REFINANCING: art(158, 2) };

@Injectable()
export class OfficialRatesPublication {
  constructor(
    @Inject(PublishedFigures) private readonly figures: PublishedFigures,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
  ) {}

  /** Figures of one kind and day. Refuses as `publishFigures`. */
  async publish(
    work: Work,
    [first, ...more]: readonly [OfficialFigure, ...OfficialFigure[]],
    source: string,
  ): Promise<Decision<FigurePublished>> {
    const { kind, day } = first;
    const published = await this.figures.hold(work, kind, day);
    const today = this.calendar.civilDate(work.context.at);
    const decision = publishFigures(
      [first, ...more],
      published,
      today,
      (code) => this.reference.currencies.has(code, day) && code !== 'KZT',
    );
    if (!decision.accepted || decision.events.length === 0) return decision;
    await this.figures.keep(work, decision.events, source);
    const publication = work.newId();
    const ground = GROUND[kind];
    for (const event of decision.events) this.tell(work, event, source, publication);
    const figures = decision.events.map(({ currency, figure }) => ({ currency, figure }));
    const payload = { kind, day, source, figures };
    work.record({
      stream: STREAM,
      streamId: publication,
      caseId: publication,
      type: 'RatesPublished',
      payload,
      ground,
    });
    return decision;
  }

  private tell(
    work: Work,
    { kind, currency, day, figure }: OfficialFigure,
    source: string,
    caseId: string,
  ): void {
    const ground = GROUND[kind];
    const publishedAt = timestampOf(work.context.at);
    if (kind === 'CURRENCY') {
      const rate = {
        rate: `${currency} ${day}`,
        currency,
        date: day,
        kztPerUnit: figure,
        source,
        publishedAt,
      };
      this.outbox.publish(work, FxRatePublishedSchema, rate, { caseId, ground });
      return;
    }
    const rate = { rate: `REFINANCING ${day}`, percent: figure, validFrom: day, source, publishedAt };
    this.outbox.publish(work, RefinancingRateChangedSchema, rate, { caseId, ground });
  }
}
