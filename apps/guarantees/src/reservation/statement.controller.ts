/** The statement of a security (art. 143.7): granted, held by which declarations, free. */
import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, mayRead, type Principal, Roles } from '@shekara/auth';
import { DataSource } from '@shekara/persistence';
import { SecurityEntity } from '../security/security.entity.js';
import { StatementQuery } from '../security/security.dto.js';
import { scopeOf, securityView } from '../security/security-view.js';

interface StatementRow {
  readonly id: string;
  readonly declaration_number: string;
  readonly amount: string;
  readonly called: string;
  readonly status: string;
  readonly decided_at: Date;
  readonly released_at: Date | null;
}

@ApiTags('securities')
@ApiBearerAuth()
@Controller('v1/securities')
export class StatementController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** R-GUA-116: for the principal, the guarantor and officers of the body; to others it does not exist (R-GUA-169). */
  @Get(':number')
  @Roles(
    'DECLARANT',
    'CUSTOMS_REPRESENTATIVE',
    'CARRIER',
    'GUARANTOR',
    'BANK',
    'ACCOUNT_OFFICER',
    'RELEASE_OFFICER',
    'HEAD_OF_POST',
    'AUDITOR',
  )
  @ApiOperation({ summary: 'A security with its balance and a page of its reservations, the oldest first' })
  async read(
    @Param('number') number: string,
    @Query() { after, limit }: StatementQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    const security = await this.dataSource.manager.findOneBy(SecurityEntity, { number });
    if (!security) throw new NotFoundException();
    mayRead(principal, scopeOf(security));
    const rows = await this.dataSource.query<StatementRow[]>(
      `SELECT id, declaration_number, (amount / 100.0)::numeric(18, 2)::text AS amount,
              (called / 100.0)::numeric(18, 2)::text AS called, status, decided_at, released_at
         FROM reservations
        WHERE security_number = $1 AND status <> 'REFUSED'
          AND ($2::text IS NULL OR (decided_at, id) > (SELECT decided_at, id FROM reservations WHERE id = $2))
        ORDER BY decided_at, id LIMIT $3`,
      [number, after ?? null, limit],
    );
    return {
      ...securityView(security),
      reservations: rows.map((row) => ({
        reservationId: row.id,
        declarationNumber: row.declaration_number,
        amount: row.amount,
        called: row.called,
        status: row.status,
        reservedAt: row.decided_at,
        releasedAt: row.released_at,
      })),
      next: rows.length === limit ? rows.at(-1)?.id : undefined,
    };
  }
}
