import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StorageLotConsumer } from './storage-lot.consumer.js';
import { StorageLotController } from './storage-lot.controller.js';
import { StorageLotEntity } from './storage-lot.entity.js';
import { StorageLotService } from './storage-lot.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StorageLotEntity])],
  controllers: [StorageLotController, StorageLotConsumer],
  providers: [StorageLotService],
  exports: [StorageLotService],
})
export class StorageLotModule {}
