import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadlineHandlers } from './deadline-handlers.js';
import { DeadlineMetrics } from './deadline-metrics.js';
import { DeadlineRunner } from './deadline-runner.js';
import { Deadlines } from './deadlines.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [DeadlineHandlers, DeadlineMetrics, DeadlineRunner, Deadlines],
  exports: [Deadlines, DeadlineRunner],
})
export class DeadlinesModule {}
