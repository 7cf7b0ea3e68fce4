/** Brings a request to the service that owns its path and the answer back. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { currentTraceparent } from '@shekara/observability';
import { requestReasons } from '@shekara/service-kit';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../upstream/gateway-settings.js';
import { type UpstreamName, Upstreams } from '../upstream/upstreams.js';
import { WorkItemOwners } from '../work-items/work-item-owners.js';
import { Callers } from './callers.js';
import { doorProblem, problemOfRequest, problemOfService, sendProblem } from './door-problem.js';
import { doorReasons } from './door-reasons.js';
import { answerHeadersOutside, requestHeadersInside } from './forwarded-headers.js';
import { PROXIED_PATTERNS, PUBLIC_PATTERNS, WORK_ITEM_ROUTES } from './route-table.js';

/** Largest request body: a declaration of 999 items takes about 1 MiB. */
const BODY_LIMIT = 4 * 1024 * 1024;
const KEEP_ALIVE_MS = 30_000;
const CONNECT_TIMEOUT_MS = 2_000;

/** What the door finds out about a request before it forwards it. */
interface Forwarded {
  readonly address: string;
  readonly traceparent: string | undefined;
}

@Injectable()
export class Proxy {
  private readonly log = new Logger(Proxy.name);
  private readonly forwarded = new WeakMap<FastifyRequest, Forwarded>();

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    @Inject(Upstreams) private readonly upstreams: Upstreams,
    @Inject(WorkItemOwners) private readonly owners: WorkItemOwners,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  /** Opens the paths of the route table, and nothing else, in a scope of their own. */
  async open(server: FastifyInstance): Promise<void> {
    await server.register(async (scope) => {
      scope.setErrorHandler((error, _request, reply) => this.failed(reply, error));
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        '*',
        { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
        (_request, body, done) => {
          done(null, body);
        },
      );
      scope.addHook('onRequest', (request, reply) => this.admit(request, reply));
      await scope.register(httpProxy, {
        upstream: '',
        routes: [...PROXIED_PATTERNS.keys(), ...WORK_ITEM_ROUTES],
        httpMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        proxyPayloads: false,
        disableRequestLogging: true,
        destroyAgent: true,
        undici: {
          connections: this.settings.upstreamConnections,
          pipelining: 1,
          keepAliveTimeout: KEEP_ALIVE_MS,
          headersTimeout: this.settings.upstreamTimeoutMs,
          bodyTimeout: this.settings.upstreamTimeoutMs,
          connect: { timeout: CONNECT_TIMEOUT_MS },
        },
        replyOptions: {
          getUpstream: (request) => this.forwarded.get(request as FastifyRequest)?.address ?? '',
          rewriteRequestHeaders: (request, headers) =>
            requestHeadersInside(headers, this.forwarded.get(request as FastifyRequest)?.traceparent),
          rewriteHeaders: answerHeadersOutside,
          retryDelay: () => null,
          onError: (reply, { error }) => {
            this.log.warn(`a service brought no answer: ${String(error.cause ?? error)}`);
            sendProblem(reply as FastifyReply, problemOfService(error));
          },
        },
        handler: (request, reply, destination, options) =>
          request.body === undefined || request.body === null
            ? reply.from(destination, options)
            : reply.from(destination, {
                ...options,
                body: request.body,
                contentType: request.headers['content-type'],
              }),
      });
    });
  }

  /** Lets a request in whose token is valid and whose service is known; its body has not been read yet. */
  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const traceparent = currentTraceparent();
    const caller = await this.callers.of(request);
    const isAnonymous = request.headers.authorization === undefined;
    const mayBeAnonymous = isAnonymous && PUBLIC_PATTERNS.has(request.routeOptions.url ?? '');
    if ('problem' in caller && !mayBeAnonymous) {
      if (caller.problem.status === 401) reply.header('www-authenticate', 'Bearer realm="shekara"');
      return sendProblem(reply, caller.problem);
    }
    const service = await this.serviceOf(request);
    if (!service) return sendProblem(reply, doorProblem(404, requestReasons.NOT_FOUND));
    const address = this.upstreams.addressOf(service);
    if (address === undefined) return sendProblem(reply, doorProblem(503, doorReasons.SERVICE_UNREACHABLE));
    this.forwarded.set(request, { address, traceparent });
    return undefined;
  }

  private async serviceOf(request: FastifyRequest): Promise<UpstreamName | undefined> {
    const pattern = request.routeOptions.url ?? '';
    const service = PROXIED_PATTERNS.get(pattern);
    if (service !== undefined || !WORK_ITEM_ROUTES.includes(pattern)) return service;
    return this.owners.ownerOf((request.params as { id: string }).id);
  }

  private failed(reply: FastifyReply, error: unknown): FastifyReply {
    const problem = problemOfRequest(error);
    if (problem) return sendProblem(reply, problem);
    this.log.error('a request could not be forwarded', error);
    return sendProblem(reply, problemOfService(error));
  }
}
