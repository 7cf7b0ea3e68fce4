/** What payers and officers say of deposits over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import { JSONSchema } from 'class-validator-jsonschema';
import { DEBT_PARTS, type DebtPart } from '../offset/offset.js';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import type { AskedUse } from './deposit.entity.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,13}(\.\d{1,2})?$/;
const USES = ['PAYMENT', 'GUARANTEE'] as const;

/** A provisional trade-remedy duty on the deposit account; money guarantees come from the guarantees service. */
export class ProvisionalDutyDto {
  @JSONSchema({ description: 'BIN or IIN of the payer', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @MaxLength(300)
  payerName: string;

  @JSONSchema({ description: 'The customs body that holds the deposit account', example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '90000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'Number of the document by which it was paid', example: 'PD-2026-17' })
  @IsString()
  @Length(3, 100)
  document: string;
}

export class FulfilmentDto {
  @JSONSchema({
    description:
      'The day the last secured obligation was fulfilled, or the provisional duty proved not to be payable',
    example: '2026-03-10',
  })
  @Matches(DATE)
  fulfilledOn: string;
}

export class PayOutDto {
  @JSONSchema({ description: 'The day the money left the account', example: '2026-03-20' })
  @Matches(DATE)
  paidOn: string;

  @JSONSchema({ description: 'Tenge that the bank charges for the transfer', example: '1500.00' })
  @Matches(TENGE)
  bankCharges: string;
}

export class UseDto implements AskedUse {
  @IsIn(USES)
  as: (typeof USES)[number];

  @JSONSchema({
    description: 'The obligation paid or secured: a document number',
    example: '55302-2026-S000007',
  })
  @IsString()
  @Length(3, 100)
  obligation: string;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '700000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'PAYMENT: the kind of the debt', example: 'IMPORT_VAT' })
  @IsOptional()
  @IsIn(PAYMENT_KINDS)
  kind?: PaymentKind;

  @JSONSchema({ description: 'PAYMENT: the duty itself or its penalty interest', example: 'PRINCIPAL' })
  @IsOptional()
  @IsIn(DEBT_PARTS)
  part?: DebtPart;
}

export class UsesDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => UseDto)
  uses: UseDto[];
}

export class UseDecisionDto {
  @IsIn(['USE', 'DECLINE'])
  decision: 'USE' | 'DECLINE';

  @JSONSchema({ description: 'DECLINE: why', example: 'No debt of this kind is owed' })
  @IsOptional()
  @IsString()
  @Length(3, 500)
  cause?: string;
}

export class DepositsQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
