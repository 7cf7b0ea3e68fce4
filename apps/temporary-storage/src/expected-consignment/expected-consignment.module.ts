import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExpectedConsignmentConsumer } from './expected-consignment.consumer.js';
import { ExpectedConsignmentEntity } from './expected-consignment.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([ExpectedConsignmentEntity])],
  controllers: [ExpectedConsignmentConsumer],
})
export class ExpectedConsignmentModule {}
