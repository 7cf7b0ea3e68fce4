import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { Public } from '@shekara/auth';
import { MergedReasons, type ReasonList } from './merged-reasons.service.js';

class ReasonsQuery {
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_]{0,99}$/)
  code?: string;
}

@ApiTags('reasons')
@Controller('v1/reasons')
export class MergedReasonsController {
  constructor(@Inject(MergedReasons) private readonly reasons: MergedReasons) {}

  @Get()
  @Public()
  @ApiOperation({
    summary:
      'Every reason for which Shekara refuses, with its article, sentence and cure; `code` asks for one',
  })
  list(@Query() query: ReasonsQuery): Promise<ReasonList> {
    return this.reasons.list(query.code);
  }
}
