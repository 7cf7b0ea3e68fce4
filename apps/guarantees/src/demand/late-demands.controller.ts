/** How many demands each customs body sent after their five working days (art. 146.4, 147.3, 149.4; R-GUA-144). */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import { LateDemandsQuery } from './demand.dto.js';

@ApiTags('demands')
@ApiBearerAuth()
@Controller('v1/late-demands')
export class LateDemandsController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get()
  @Roles('HEAD_OF_POST', 'AUDITOR')
  @ApiOperation({
    summary: 'Demands sent late from one day to another, both included, by customs body in your scope',
  })
  async counts(@Query() { from, to }: LateDemandsQuery, @CurrentPrincipal() principal: Principal) {
    const items = await this.dataSource.query<{ customsBody: string; late: number }[]>(
      `SELECT customs_body AS "customsBody", count(*)::int AS late FROM demands
        WHERE late_reason IS NOT NULL AND customs_body = ANY ($1::text[]) AND sent_on BETWEEN $2 AND $3
        GROUP BY customs_body ORDER BY customs_body`,
      [principal.posts, from, to],
    );
    return { items };
  }
}
