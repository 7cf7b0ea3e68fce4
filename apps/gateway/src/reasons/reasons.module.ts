import { Module } from '@nestjs/common';
import { MergedReasonsController } from './merged-reasons.controller.js';
import { MergedReasons } from './merged-reasons.service.js';

@Module({ controllers: [MergedReasonsController], providers: [MergedReasons] })
export class ReasonsModule {}
