import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GoodsDeclarationModule } from '../goods-declaration/goods-declaration.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { AmendmentConsumer } from './amendment.consumer.js';
import { AmendmentController } from './amendment.controller.js';
import { AmendmentDemandService } from './amendment-demand.service.js';
import { AmendmentEntity } from './amendment.entity.js';
import { AmendmentService } from './amendment.service.js';
import { DeclarationVersions } from './declaration-versions.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AmendmentEntity]), GoodsDeclarationModule, ReleaseModule],
  controllers: [AmendmentController, AmendmentConsumer],
  providers: [AmendmentService, AmendmentDemandService, DeclarationVersions],
  exports: [DeclarationVersions],
})
export class AmendmentModule {}
