export { gatewayService } from './service.js';
export { setUpstreams, type UpstreamAddresses, type UpstreamName } from './upstream/upstreams.js';
