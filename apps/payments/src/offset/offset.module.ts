import { Module } from '@nestjs/common';
import { DebtsOfPayer } from './debts-of-payer.repository.js';
import { Offsets } from './offset.service.js';

@Module({ providers: [DebtsOfPayer, Offsets], exports: [DebtsOfPayer, Offsets] })
export class OffsetModule {}
