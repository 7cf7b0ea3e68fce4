/** What an officer says of receipts over HTTP. */

import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { MONEY_PURPOSES, type MoneyPurpose } from '../payment-kind.js';
import type { ShownState } from './money-receipts.repository.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TWELVE_DIGITS = /^\d{12}$/;
const STATES: readonly ShownState[] = [
  'UNMATCHED',
  'CONFIRMED_FOR_RELEASE',
  'PENDING_TREASURY',
  'BOOKED',
  'REFUSED',
];

export class TreasuryLineDto {
  @Matches(DATE)
  reportDate: string;

  @IsString()
  @Length(1, 100)
  reportReference: string;

  @IsString()
  @Length(1, 50)
  bankId: string;

  @IsString()
  @Length(1, 100)
  bankReference: string;

  @IsString()
  @MaxLength(12)
  payerIdentificationNumber: string;

  @IsString()
  @Length(1, 20)
  budgetCode: string;

  @JSONSchema({ description: 'Tenge, at most two decimals' })
  @Matches(/^\d{1,15}(\.\d{1,2})?$/)
  amount: string;
}

export class AllocationDto {
  @Matches(TWELVE_DIGITS)
  payer: string;

  @IsString()
  @Length(1, 300)
  payerName: string;

  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsIn(MONEY_PURPOSES)
  purpose: MoneyPurpose;
}

export class ClosureDto {
  @JSONSchema({ description: 'What the bank answered' })
  @IsString()
  @Length(3, 500)
  outcome: string;
}

export class ReceiptsQuery extends PageQuery {
  @IsOptional()
  @IsIn(STATES)
  state?: ShownState;
}
