import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollectionModule } from '../collection/collection.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { WriteOffController } from './write-off.controller.js';
import { WriteOffEntity } from './write-off.entity.js';
import { WriteOffService } from './write-off.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([WriteOffEntity]), CollectionModule, PenaltyInterestModule],
  controllers: [WriteOffController],
  providers: [WriteOffService],
})
export class WriteOffModule {}
