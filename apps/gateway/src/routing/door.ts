/** What every request meets at the door: security headers, its limit per client, and no way round it. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../upstream/gateway-settings.js';
import { Callers } from './callers.js';
import { doorProblem, sendProblem } from './door-problem.js';
import { doorReasons } from './door-reasons.js';
import { Proxy } from './proxy.js';

const MINUTE_MS = 60_000;
/** Clients whose requests are counted at the same time; the one idle longest is forgotten first. */
const COUNTED_CLIENTS = 50_000;
/** Probes of the platform that runs the gateway are not counted. */
const UNCOUNTED = /^\/(health\/(live|ready)|metrics)$/;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

@Injectable()
export class Door implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Proxy) private readonly proxy: Proxy,
  ) {}

  async onModuleInit(): Promise<void> {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addHook('onSend', async (_request, reply) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        if (!reply.hasHeader(name)) reply.header(name, value);
      }
    });
    await this.limitRequests(server);
    await this.proxy.open(server);
  }

  /** Counts per subject of a valid token, else per network address, so that nobody can use up another's share. */
  private async limitRequests(server: FastifyInstance): Promise<void> {
    await server.register(rateLimit, { global: false, cache: COUNTED_CLIENTS });
    const { requestsPerMinute, anonymousRequestsPerMinute } = this.settings;
    const count = server.createRateLimit({
      timeWindow: MINUTE_MS,
      keyGenerator: async (request) => {
        const caller = await this.callers.of(request);
        return 'principal' in caller ? `subject ${caller.principal.subject}` : `address ${request.ip}`;
      },
      max: (_request, key) => (key.startsWith('subject ') ? requestsPerMinute : anonymousRequestsPerMinute),
    });
    server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      if (UNCOUNTED.test(request.url)) return;
      const limit = await count(request);
      if (limit.isAllowed || !limit.isExceeded) return;
      reply.header('retry-after', limit.ttlInSeconds);
      return sendProblem(reply, doorProblem(429, doorReasons.TOO_MANY_REQUESTS));
    });
  }
}
