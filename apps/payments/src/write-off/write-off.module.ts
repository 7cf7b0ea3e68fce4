import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollectionModule } from '../collection/collection.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { WriteOffController } from './write-off.controller.js';
import { WriteOffEntity } from './write-off.entity.js';
import { WriteOffService } from './write-off.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([WriteOffEntity]), CollectionModule, PayerAccountModule],
  controllers: [WriteOffController],
  providers: [WriteOffService],
})
export class WriteOffModule {}
