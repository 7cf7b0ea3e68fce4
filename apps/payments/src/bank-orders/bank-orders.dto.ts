/** What a bank answers over HTTP, and how orders are listed. */
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import {
  BANK_MESSAGE_STATUSES,
  BANK_REFUSAL_CODES,
  type BankMessageStatus,
  type BankRefusalCode,
} from '../bank-duties/bank-message.js';

export class BankReceiptDto {
  @JSONSchema({ description: 'When the bank received the order', example: '2026-03-11T04:20:00Z' })
  @IsISO8601({ strict: true, strictSeparator: true })
  @Length(20, 35)
  receivedAt: string;
}

export class BankExecutionDto {
  @IsString()
  @MaxLength(20)
  result: string;

  @JSONSchema({ description: 'Tenge credited to the budget', example: '125000.00' })
  @IsString()
  @MaxLength(20)
  credited: string;

  @JSONSchema({ description: 'KZT for one unit, for a foreign currency account' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  rate?: string;

  @JSONSchema({ example: '2026-03-12' })
  @IsString()
  @MaxLength(10)
  executedOn: string;

  @JSONSchema({ description: 'Payment document; for RETURNED that of the executed order' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  paymentDocument?: string;
}

export class BankRefusalDto {
  @IsIn(BANK_REFUSAL_CODES)
  code: BankRefusalCode;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  text?: string;
}

export class BankOrderClosureDto {
  @JSONSchema({ description: 'What the officer decided', example: 'Ordered from the next bank' })
  @IsString()
  @Length(3, 500)
  outcome: string;
}

export class BankOrdersQuery {
  @IsOptional()
  @IsIn(BANK_MESSAGE_STATUSES)
  status?: BankMessageStatus;

  @IsOptional()
  @IsUUID()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50;
}
