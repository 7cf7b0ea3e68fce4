import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemException, Public, Roles } from '@shekara/auth';
import { isCivilDate } from '@shekara/calendar';
import { reason } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  REFERENCE_DATA,
  refusal,
  requestReasons,
} from '@shekara/service-kit';
import type { OfficialFigure } from './official-rate.js';
import { CurrencyRatesDto, RatesOfDayQuery, RefinancingRateDto } from './official-rates.dto.js';
import { PublishedFigures } from './official-rates.repository.js';
import { OfficialRatesPublication } from './official-rates.service.js';

/** Rates belong to no customs body: whoever has the role publishes for the whole country. */
@ApiTags('official rates')
@ApiBearerAuth()
@Controller('v1')
export class OfficialRatesController {
  constructor(
    @Inject(OfficialRatesPublication) private readonly publication: OfficialRatesPublication,
    @Inject(PublishedFigures) private readonly figures: PublishedFigures,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Post('currency-rates')
  @Roles('SYSTEM', 'REGISTRAR')
  @Answers()
  @ApiOperation({ summary: 'Publish the currency rates of a day to every service' })
  publish(
    @Body() { date, source, rates }: CurrencyRatesDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    return this.take(
      command,
      rates.map(({ currency, kztPerUnit }) => ({
        kind: 'CURRENCY',
        currency,
        day: date,
        figure: kztPerUnit,
      })),
      source,
      '/date',
    );
  }

  @Post('refinancing-rates')
  @Roles('SYSTEM', 'REGISTRAR')
  @Answers()
  @ApiOperation({ summary: 'Publish the official rate of the National Bank from a day on' })
  change(
    @Body() { validFrom, percent, source }: RefinancingRateDto,
    @Command() command: CommandRequest,
  ): Promise<Answer> {
    const figure: OfficialFigure = { kind: 'REFINANCING', currency: '', day: validFrom, figure: percent };
    return this.take(command, [figure], source, '/validFrom');
  }

  /** Of each currency the rate in force on the day, with the day it was set for: the latest of that day or before it. */
  @Get('currency-rates')
  @Public()
  @ApiOperation({ summary: 'The currency rates in force on a day' })
  async inForce(@Query() { on }: RatesOfDayQuery) {
    requireDay(on, '/on');
    const rates = this.reference.currencies.all(on).flatMap(({ code: currency }) => {
      const rate = currency === 'KZT' ? undefined : this.reference.currencyRates.find(currency, on);
      return rate
        ? [{ currency, kztPerUnit: rate.kztPerUnit.toFixed(), date: rate.date, source: rate.source }]
        : [];
    });
    const published = await this.figures.ofDay(this.dataSource.manager, 'CURRENCY', on);
    return {
      on,
      rates,
      refinancingPercent: this.reference.parameters.get('REFINANCING_RATE_PERCENT', on).toFixed(),
      publishedForThatDay: published.map(({ currency, publishedAt }) => ({ currency, publishedAt })),
    };
  }

  private take(
    command: CommandRequest,
    figures: readonly OfficialFigure[],
    source: string,
    pointer: string,
  ): Promise<Answer> {
    const [first, ...more] = figures;
    if (!first) throw new Error('a publication without figures');
    requireDay(first.day, pointer);
    return this.commands.run(command, async (work) => {
      const decision = await this.publication.publish(work, [first, ...more], source);
      if (!decision.accepted) return refusal(decision.reasons);
      const published = decision.events.map(({ currency, day, figure }) => ({ currency, day, figure }));
      return { status: 201, body: { published } };
    });
  }
}

function requireDay(day: string, pointer: string): void {
  if (!isCivilDate(day))
    throw ProblemException.refused([reason(requestReasons.FIELD_INVALID, { pointer })], 400);
}
