import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WarehouseConsumer } from './warehouse.consumer.js';
import { WarehouseEntity } from './warehouse.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([WarehouseEntity])], controllers: [WarehouseConsumer] })
export class WarehouseModule {}
