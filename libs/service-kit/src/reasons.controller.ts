import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@shekara/auth';
import { allReasons, type ReasonDefinition } from '@shekara/kernel';

@ApiTags('reasons')
@Controller('v1/reasons')
export class ReasonsController {
  @Get()
  @Public()
  @ApiOperation({
    summary: 'Every reason for which this service refuses, with its article, sentence and cure',
  })
  list(): { reasons: readonly ReasonDefinition[] } {
    return { reasons: allReasons() };
  }
}
