import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ControlInstructionConsumer } from './control-instruction.consumer.js';
import { ControlInstructionEntity } from './control-instruction.entity.js';
import { ControlInstructionService } from './control-instruction.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ControlInstructionEntity])],
  controllers: [ControlInstructionConsumer],
  providers: [ControlInstructionService],
  exports: [ControlInstructionService],
})
export class ControlInstructionModule {}
