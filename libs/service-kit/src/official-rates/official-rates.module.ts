import { Module } from '@nestjs/common';
import { DataSource } from '@shekara/persistence';
import { REFERENCE_DATA } from '../law.module.js';
import { OfficialRatesConsumer } from './official-rates.consumer.js';
import { OfficialRates } from './official-rates.js';

/** Brings the published rates into the reference data of a service; it lists `CreateOfficialRates` among its migrations. */
@Module({
  controllers: [OfficialRatesConsumer],
  providers: [
    { provide: OfficialRates, useFactory: OfficialRates.open, inject: [DataSource, REFERENCE_DATA] },
  ],
})
export class OfficialRatesModule {}
