import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArrivalNoticeModule } from '../arrival-notice/arrival-notice.module.js';
import { GoodsDeclarationController } from './goods-declaration.controller.js';
import { GoodsDeclarationEntity } from './goods-declaration.entity.js';
import { GoodsDeclarationService } from './goods-declaration.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([GoodsDeclarationEntity]), ArrivalNoticeModule],
  controllers: [GoodsDeclarationController],
  providers: [GoodsDeclarationService],
  exports: [GoodsDeclarationService],
})
export class GoodsDeclarationModule {}
