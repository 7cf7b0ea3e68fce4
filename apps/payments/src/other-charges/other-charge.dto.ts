/** What officers and payers say of charges beside the declaration's. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { CHARGE_STATUSES, type ChargeStatus } from './other-charge.entity.js';
import { MOST_VEHICLES } from './other-charge.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class PayerOfChargeDto {
  @JSONSchema({ description: 'BIN or IIN', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @Length(1, 300)
  payerName: string;

  @JSONSchema({ description: 'Registration number of an escorted vehicle', example: '245 KZ 02' })
  @IsOptional()
  @IsString()
  @Length(1, 30)
  vehicle?: string;
}

export class OtherChargeDto {
  @JSONSchema({
    description: 'The body that decided; of an escort that which released the transit',
    example: '55302',
  })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ description: 'ESCORT or PRELIMINARY_DECISION', example: 'ESCORT' })
  @IsString()
  @Length(1, 50)
  kind: string;

  @JSONSchema({ description: 'Number of the decision', example: 'ESC/2026/7' })
  @IsString()
  @Length(1, 100)
  decision: string;

  @JSONSchema({ example: '2026-03-10' })
  @Matches(DATE)
  decidedOn: string;

  @JSONSchema({ description: 'Of an escort: the last day to pay (art. 120.3)', example: '2026-03-11' })
  @IsOptional()
  @Matches(DATE)
  firstEscortDay?: string;

  @IsOptional()
  @IsUUID()
  caseId?: string;

  @JSONSchema({ description: 'The vehicles of an escort with their payers; the one payer of a decision' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VEHICLES)
  @ValidateNested({ each: true })
  @Type(() => PayerOfChargeDto)
  payers: PayerOfChargeDto[];
}

export class ChargePaymentDto {
  @JSONSchema({ description: 'Whose part is paid in full', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ description: 'Money sent for the charge, or advance', example: 'KIND' })
  @IsIn(['KIND', 'ADVANCE'])
  from: 'KIND' | 'ADVANCE';

  @JSONSchema({ description: 'The confirmed receipt whose bank date counts; today without one' })
  @IsOptional()
  @IsUUID()
  receiptId?: string;
}

export class ChargesQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  @JSONSchema({ example: 'OVERDUE' })
  @IsOptional()
  @IsIn(CHARGE_STATUSES)
  status?: ChargeStatus;
}
