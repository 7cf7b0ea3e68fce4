import { Global, Module } from '@nestjs/common';
import { GATEWAY_SETTINGS, gatewaySettings } from './gateway-settings.js';
import { UpstreamDocuments } from './upstream-documents.js';
import { Upstreams, upstreamsFromEnvironment } from './upstreams.js';

/** Where the services behind the gateway are and what they publish about themselves. */
@Global()
@Module({
  providers: [
    { provide: GATEWAY_SETTINGS, useFactory: () => gatewaySettings(process.env) },
    { provide: Upstreams, useFactory: () => new Upstreams(upstreamsFromEnvironment(process.env)) },
    UpstreamDocuments,
  ],
  exports: [GATEWAY_SETTINGS, Upstreams, UpstreamDocuments],
})
export class UpstreamModule {}
