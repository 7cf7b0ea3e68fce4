import { Module } from '@nestjs/common';
import { ConsoleModule } from './console/console.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OpenApiModule } from './open-api/open-api.module.js';
import { ReasonsModule } from './reasons/reasons.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { UpstreamModule } from './upstream/upstream.module.js';
import { QueuedWorkItemsModule } from './work-items/queued-work-items.module.js';

/** The one door for outsiders. One line a slice. */
@Module({
  imports: [
    UpstreamModule,
    RoutingModule,
    TimelineModule,
    QueuedWorkItemsModule,
    ReasonsModule,
    OpenApiModule,
    NotificationsModule,
    ConsoleModule,
  ],
})
export class GatewayModule {}
