/** Lets requests carry another text than JSON: their body reaches the controller as it is, read as UTF-8. */
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ProblemException } from '@shekara/auth';
import { reason } from '@shekara/kernel';
import { xmlReasons } from './bank-statement-reasons.js';

/** About 5,000 payments or 40,000 lines of the Treasury; the gateway takes no larger body either. */
const TEXT_BODY_LIMIT = 4 * 1024 * 1024;
const TYPES = ['application/xml', 'text/xml', 'text/csv'];

@Injectable()
export class TextBodies implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    server.addContentTypeParser(
      TYPES,
      { parseAs: 'buffer', bodyLimit: TEXT_BODY_LIMIT },
      (_request, body: Buffer, done) => {
        try {
          done(null, utf8.decode(body));
        } catch {
          // Not hidden: bytes that are no UTF-8 are told to the sender.
          done(ProblemException.refused([reason(xmlReasons.XML_ENCODING)], 400), undefined);
        }
      },
    );
  }
}
