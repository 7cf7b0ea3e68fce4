import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecurityModule } from '../security/security.module.js';
import { ReservationConsumer } from './reservation.consumer.js';
import { ReservationEntity } from './reservation.entity.js';
import { ReservationService } from './reservation.service.js';
import { StatementController } from './statement.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReservationEntity]), SecurityModule],
  controllers: [ReservationConsumer, StatementController],
  providers: [ReservationService],
  exports: [ReservationService],
})
export class ReservationModule {}
