import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActiveProfiles } from './active-profiles.service.js';
import { RiskAnalysts } from './risk-analyst.service.js';
import { RiskProfileController } from './risk-profile.controller.js';
import { RiskProfileEntity } from './risk-profile.entity.js';
import { RiskProfileService } from './risk-profile.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RiskProfileEntity])],
  controllers: [RiskProfileController],
  providers: [ActiveProfiles, RiskAnalysts, RiskProfileService],
  exports: [ActiveProfiles, RiskAnalysts],
})
export class RiskProfileModule {}
