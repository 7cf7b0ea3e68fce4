import { Controller, Get, Inject, NotFoundException, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayRead, type Principal, Roles } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import { Liabilities } from './liabilities.repository.js';
import { totalOf } from './liability.js';

@ApiTags('liabilities')
@ApiBearerAuth()
@Controller('v1/liabilities')
export class LiabilityController {
  constructor(
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get(':customsBody/:date/:serial')
  @Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'ACCOUNT_OFFICER', 'RELEASE_OFFICER', 'AUDITOR')
  @ApiOperation({ summary: 'What is payable by a declaration, line by line, and what covers it' })
  async read(@Param() path: Record<string, string>, @CurrentPrincipal() principal: Principal) {
    const number = `${path.customsBody}/${path.date}/${path.serial}`;
    const details = await this.liabilities.byNumber(this.dataSource.manager, number);
    if (!details) throw new NotFoundException();
    const { liability, lines, representative, assessedAt } = details;
    mayRead(principal, {
      organisations: [liability.owner.payer, representative].filter((party) => party !== ''),
      customsBody: liability.owner.customsBody,
    });
    return {
      declarationNumber: liability.declarationNumber,
      declarationId: liability.declarationId,
      caseId: liability.caseId,
      payer: liability.owner.payer,
      customsBody: liability.owner.customsBody,
      registeredOn: liability.registeredOn,
      declarationVersion: liability.declarationVersion,
      trigger: liability.trigger ?? null,
      releasedOn: liability.releasedOn ?? null,
      dueOn: liability.dueOn ?? null,
      status: liability.status,
      released: liability.released,
      endReason: liability.endReason ?? null,
      total: totalOf(liability).toString(),
      kinds: liability.kinds,
      security: liability.security.number
        ? {
            number: liability.security.number,
            state: liability.security.state,
            reserved: liability.security.toReserve,
          }
        : null,
      reasons: liability.reasons,
      assessedAt,
      lines,
    };
  }
}
