import { Controller, Get, Inject, NotFoundException, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayRead, type Principal, type Role, Roles } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import { nextAfter, PageQuery } from '@shekara/service-kit';
import { SecurityEntity } from '../security/security.entity.js';
import { scopeOf } from '../security/security-view.js';
import { demandView } from './demand.entity.js';
import { Demands } from './demands.repository.js';

const READERS = [
  'DECLARANT',
  'CUSTOMS_REPRESENTATIVE',
  'CARRIER',
  'GUARANTOR',
  'BANK',
  'ACCOUNT_OFFICER',
  'HEAD_OF_POST',
  'AUDITOR',
] as const satisfies readonly Role[];

@ApiTags('demands')
@ApiBearerAuth()
@Controller('v1/securities/:number/demands')
export class DemandReadingController {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Demands) private readonly demands: Demands,
  ) {}

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'What was demanded of a security, for its principal, its guarantor and its body' })
  async page(
    @Param('number') number: string,
    @Query() { after, limit }: PageQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const { id } = await this.readable(number, principal);
    const found = await this.demands.page(this.dataSource.manager, id, { after, limit });
    return { items: found.map(demandView), next: nextAfter(found, limit) };
  }

  @Get(':id')
  @Roles(...READERS)
  @ApiOperation({ summary: 'A demand, for the principal, the guarantor and the body of its security' })
  async read(
    @Param('number') number: string,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentPrincipal() principal: Principal,
  ) {
    await this.readable(number, principal);
    const demand = await this.demands.find(this.dataSource.manager, number, id);
    if (!demand) throw new NotFoundException();
    return demandView(demand);
  }

  private async readable(number: string, principal: Principal): Promise<SecurityEntity> {
    const security = await this.dataSource.manager.findOneBy(SecurityEntity, { number });
    if (!security) throw new NotFoundException();
    mayRead(principal, scopeOf(security));
    return security;
  }
}
