import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@shekara/auth';
import type { FastifyReply } from 'fastify';
import { HealthChecks, type Readiness } from './health-checks.js';

@ApiTags('operation')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  /** The process runs and its event loop turns: restart it when this does not answer. */
  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  live(): { live: true } {
    return { live: true };
  }

  /** 200 when every check passes, else 503: send it nothing. */
  @Get('ready')
  @ApiOperation({ summary: 'Whether requests may be sent: 200, else 503' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.checks.readiness();
    reply.status(readiness.ready ? 200 : 503);
    return readiness;
  }
}
