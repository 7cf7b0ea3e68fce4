import { Module } from '@nestjs/common';
import { QueuedWorkItemsModule } from '../work-items/queued-work-items.module.js';
import { Callers } from './callers.js';
import { Door } from './door.js';
import { Proxy } from './proxy.js';

@Module({ imports: [QueuedWorkItemsModule], providers: [Callers, Proxy, Door] })
export class RoutingModule {}
