import type { ServiceDefinition } from '@shekara/service-kit';
import { GatewayModule } from './gateway.module.js';
import { CreateCaseTimeline1764000008000 } from './migrations/1764000008000-case-timeline.js';
import { CreateQueuedWorkItems1764000008100 } from './migrations/1764000008100-queued-work-items.js';
import { CreateNotifications1764000008200 } from './migrations/1764000008200-notifications.js';
import { MergedOpenApi } from './open-api/merged-open-api.service.js';

export const gatewayService: ServiceDefinition = {
  name: 'gateway',
  title: 'The one door for outsiders: every service behind it, timelines, queues, reasons and notifications',
  module: GatewayModule,
  migrations: [
    CreateCaseTimeline1764000008000,
    CreateQueuedWorkItems1764000008100,
    CreateNotifications1764000008200,
  ],
  replaces: ['reasons', 'work-items'],
  openApi: (app, own) => app.get(MergedOpenApi).including(own),
};
