/** What officers and payers say of a liability over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { Exact, Money } from '@shekara/kernel';
import { TRIGGER_MATRIX, type Trigger } from '../obligation/trigger-matrix.js';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import type { StatedLine } from './officer-assessment.js';

const TENGE = /^\d{1,15}(\.\d{1,2})?$/;
const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;
const PERCENT = /^\d{1,4}(\.\d{1,6})?$/;

export class StatedLineDto {
  @JSONSchema({ description: 'Number of the item; 0 for a payment of the whole declaration', example: 1 })
  @IsInt()
  @Min(0)
  @Max(999)
  item: number;

  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Base in tenge, not rounded', example: '10000000' })
  @Matches(DECIMAL)
  base: string;

  @JSONSchema({ description: 'Percent of the base', example: '5' })
  @IsOptional()
  @Matches(PERCENT)
  ratePercent?: string;

  @JSONSchema({ description: 'The rate where it is no plain percent', example: '0.6 EUR per 1 KGM' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  rate?: string;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '500000.00' })
  @Matches(TENGE)
  payable: string;

  @JSONSchema({ description: 'Article of the relief or preference granted', example: 'art. 123.3' })
  @IsOptional()
  @IsString()
  @Length(3, 100)
  relief?: string;
}

/** The line that an officer states, as payments reads it. */
export function statedLineOf({
  item,
  kind,
  base,
  ratePercent,
  rate,
  payable,
  relief,
}: StatedLineDto): StatedLine {
  return {
    item,
    kind,
    base: new Exact(base),
    ...(ratePercent === undefined ? {} : { ratePercent: new Exact(ratePercent) }),
    ...(rate === undefined ? {} : { rate }),
    payable: Money.ofTenge(payable),
    ...(relief === undefined ? {} : { relief }),
  };
}

export class OfficerAssessmentDto {
  @JSONSchema({ description: 'Row of the trigger matrix', example: 'DOMESTIC_CONSUMPTION' })
  @IsIn(TRIGGER_MATRIX.map(({ trigger }) => trigger))
  trigger: Trigger;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => StatedLineDto)
  lines: StatedLineDto[];
}

export class SecuredPaymentDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge, at most two decimals', example: '150000.00' })
  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: 'Money sent for the kind, or the advance', example: 'KIND' })
  @IsIn(['KIND', 'ADVANCE'])
  from: 'KIND' | 'ADVANCE';
}
