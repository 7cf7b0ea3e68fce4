/** The web application for officers and traders, as files: public, since each of its requests carries a token of its own. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** apps/console/dist beside this app, unless the environment names another folder. */
const BUILT_CONSOLE = join(import.meta.dirname, '../../../console/dist');

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

@Module({})
export class ConsoleModule implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  /** Serves the folder at /console/ when it was built; unknown pages are the application's own, unknown files are not. */
  async onModuleInit(): Promise<void> {
    const folder = process.env.CONSOLE_DIRECTORY ?? BUILT_CONSOLE;
    if (!existsSync(join(folder, 'index.html'))) return;
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    await server.register(async (scope) => {
      scope.addHook('onSend', async (_request, reply) => {
        reply.header('content-security-policy', POLICY);
      });
      await scope.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
      const config = process.env.CONSOLE_CONFIG;
      if (config !== undefined) {
        scope.get('/console/config.json', (_request, reply) => reply.type('application/json').send(config));
      }
      scope.get('/console', (_request, reply) => reply.redirect('/console/', 308));
      scope.get<{ Params: { '*': string } }>('/console/*', (request, reply) => {
        const path = request.params['*'];
        const isFile = /\.[a-z0-9]+$/i.test(path);
        void reply.header(
          'cache-control',
          path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
        return reply.sendFile(isFile ? path : 'index.html');
      });
    });
  }
}
