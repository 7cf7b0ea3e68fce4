import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { type AccountType, NORMAL_SIDE } from '../ledger/account.js';
import { ENTRY_TYPES, type EntryType } from '../ledger/journal-entry.js';
import { MONEY_PURPOSES, type MoneyPurpose } from '../payment-kind.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class OpenAccountDto {
  @JSONSchema({ description: 'BIN or IIN', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @Length(1, 300)
  name: string;

  @JSONSchema({ example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;
}

export class StatementQuery {
  @IsOptional()
  @Matches(/^\d{5}$/)
  customsBody?: string;

  @JSONSchema({ description: 'Id of the last entry of the page before' })
  @IsOptional()
  @IsUUID()
  before?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 20;
}

export class TurnoverQuery {
  @JSONSchema({ description: 'First legal day of the period' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  from: string;

  @JSONSchema({ description: 'Last legal day, included' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  to: string;
}

export class TrialBalanceQuery {
  @JSONSchema({ description: 'Legal date; today when absent' })
  @IsOptional()
  @Matches(DATE)
  on?: string;
}

/** Which lines of the accounts; a filter left out lets all pass. */
export class EntriesExportQuery {
  @JSONSchema({ example: '55302' })
  @IsOptional()
  @Matches(/^\d{5}$/)
  customsBody?: string;

  @JSONSchema({ description: 'First day of posting', example: '2026-03-01' })
  @IsOptional()
  @Matches(DATE)
  from?: string;

  @JSONSchema({ description: 'Last day of posting', example: '2026-03-31' })
  @IsOptional()
  @Matches(DATE)
  to?: string;

  @JSONSchema({ description: 'The kind owed, or what money was sent for', example: 'IMPORT_VAT' })
  @IsOptional()
  @IsIn(MONEY_PURPOSES)
  kind?: MoneyPurpose;

  @JSONSchema({ description: 'Type of entry', example: 'LIABILITY_ASSESSED' })
  @IsOptional()
  @IsIn(ENTRY_TYPES)
  type?: EntryType;

  @JSONSchema({ description: 'Type of account', example: 'PAYER_DUE' })
  @IsOptional()
  @IsIn(Object.keys(NORMAL_SIDE))
  account?: AccountType;
}

export class BalancesQuery {
  @JSONSchema({
    description: 'The day at whose end the balances stood; today when absent',
    example: '2026-03-10',
  })
  @IsOptional()
  @Matches(DATE)
  on?: string;

  @JSONSchema({ example: '55302' })
  @IsOptional()
  @Matches(/^\d{5}$/)
  customsBody?: string;

  @JSONSchema({ description: 'The kind owed, or what money was sent for', example: 'IMPORT_VAT' })
  @IsOptional()
  @IsIn(MONEY_PURPOSES)
  kind?: MoneyPurpose;

  @JSONSchema({ description: 'Type of account', example: 'PAYER_DUE' })
  @IsOptional()
  @IsIn(Object.keys(NORMAL_SIDE))
  account?: AccountType;
}

export class EntriesQuery extends EntriesExportQuery {
  @JSONSchema({
    description: '`next` of the page before',
    example: '0195a1b2-0000-7000-8000-000000000001:1',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,4}$/)
  before?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;
}
