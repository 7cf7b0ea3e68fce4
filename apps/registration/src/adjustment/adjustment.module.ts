import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AmendmentModule } from '../amendment/amendment.module.js';
import { AdjustmentController } from './adjustment.controller.js';
import { AdjustmentEntity } from './adjustment.entity.js';
import { AdjustmentService } from './adjustment.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AdjustmentEntity]), AmendmentModule],
  controllers: [AdjustmentController],
  providers: [AdjustmentService],
})
export class AdjustmentModule {}
