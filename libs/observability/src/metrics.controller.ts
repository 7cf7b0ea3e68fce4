import { Controller, Get, Res } from '@nestjs/common';
import { Public } from '@shekara/auth';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.js';

@Public()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { contentType, text } = await this.metrics.exposition();
    reply.header('content-type', contentType);
    return text;
  }
}
