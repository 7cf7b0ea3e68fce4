import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadlineRunner } from './deadline-runner.js';
import { Deadlines } from './deadlines.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [DeadlineRunner, Deadlines], exports: [Deadlines, DeadlineRunner] })
export class DeadlinesModule {}
