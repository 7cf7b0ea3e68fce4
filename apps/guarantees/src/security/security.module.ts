import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SecurityConsumer } from './security.consumer.js';
import { SecurityController } from './security.controller.js';
import { SecurityEntity, SecurityLedgerEntity } from './security.entity.js';
import { SecurityRepository } from './security.repository.js';
import { SecurityService } from './security.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SecurityEntity, SecurityLedgerEntity])],
  controllers: [SecurityController, SecurityConsumer],
  providers: [SecurityService, SecurityRepository],
  exports: [SecurityRepository],
})
export class SecurityModule {}
