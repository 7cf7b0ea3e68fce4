import { Module } from '@nestjs/common';
import { OfficialRatesController } from './official-rates.controller.js';
import { PublishedFigures } from './official-rates.repository.js';
import { OfficialRatesPublication } from './official-rates.service.js';

@Module({
  controllers: [OfficialRatesController],
  providers: [OfficialRatesPublication, PublishedFigures],
})
export class OfficialRatesPublicationModule {}
