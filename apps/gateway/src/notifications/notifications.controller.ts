import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { CurrentPrincipal, type Principal, Roles } from '@shekara/auth';
import { type NotificationPage, Notifications } from './notifications.js';

class NotificationsQuery {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  before?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('v1/notifications')
@Roles('DECLARANT', 'CUSTOMS_REPRESENTATIVE', 'CARRIER', 'WAREHOUSE_KEEPER', 'GUARANTOR', 'BANK')
export class NotificationsController {
  constructor(@Inject(Notifications) private readonly notifications: Notifications) {}

  @Get()
  @ApiOperation({ summary: 'What your organisation was told about its documents, newest first' })
  async page(
    @CurrentPrincipal() trader: Principal,
    @Query() query: NotificationsQuery,
  ): Promise<NotificationPage> {
    if (trader.organisation === undefined) return { notifications: [], next: undefined };
    return this.notifications.page(trader.organisation, query.before, query.limit);
  }
}
