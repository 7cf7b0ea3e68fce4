import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ControlConsumer } from './control.consumer.js';
import { ControlController } from './control.controller.js';
import { ControlEntity } from './control.entity.js';
import { ControlRows } from './control.repository.js';
import { ControlService } from './control.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ControlEntity])],
  controllers: [ControlController, ControlConsumer],
  providers: [ControlRows, ControlService],
})
export class ControlModule {}
