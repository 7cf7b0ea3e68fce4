import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegisterEntryConsumer } from './register-entry.consumer.js';
import { RegisterEntryController } from './register-entry.controller.js';
import { RegisterEntryEntity, RegisterOrderEntity } from './register-entry.entity.js';
import { RegisterEntryRepository } from './register-entry.repository.js';
import { RegisterEntryService } from './register-entry.service.js';
import { RegisterOrders } from './register-orders.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RegisterEntryEntity, RegisterOrderEntity])],
  controllers: [RegisterEntryController, RegisterEntryConsumer],
  providers: [RegisterEntryService, RegisterEntryRepository, RegisterOrders],
})
export class RegisterEntryModule {}
