/** What officers say of debt notices over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { LIMITATION_STARTS, type LimitationStart } from '../obligation/limitation.js';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { DELIVERY_METHODS, type DeliveryMethod } from './debt-notice.js';
import { NOTICE_REGIMES, type NoticeRegime } from './execution-term.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;
/** A case that runs beside the debt. */
const PROCEEDINGS = ['ADMINISTRATIVE', 'CRIMINAL'] as const;
type Proceedings = (typeof PROCEEDINGS)[number];
const OCCASIONS = ['INSPECTION_ACT_DELIVERED', 'DEBT_ON_ACCOUNT'] as const;

export class LateSumDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge, at most two decimals' })
  @Matches(TENGE)
  unpaid: string;

  @Matches(DATE)
  dueOn: string;
}

export class DebtFoundDto {
  @JSONSchema({
    description: 'An administrative or criminal case that runs; it keeps no notice back (art. 159.3)',
  })
  @IsOptional()
  @IsIn(PROCEEDINGS)
  proceedings?: Proceedings;

  @Matches(/^\d{12}$/)
  payer: string;

  @IsString()
  @MaxLength(300)
  payerName: string;

  @IsString()
  @MaxLength(500)
  payerAddress: string;

  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsOptional()
  @IsUUID()
  caseId?: string;

  @IsIn(NOTICE_REGIMES)
  regime: NoticeRegime;

  @JSONSchema({
    description: 'Where the debt was found, and on which day: delivery of the inspection act, or the account',
  })
  @IsIn(OCCASIONS)
  occasion: (typeof OCCASIONS)[number];

  @Matches(DATE)
  foundOn: string;

  @JSONSchema({ description: 'The day the obligation arose: its rate gives the EUR 5' })
  @Matches(DATE)
  arisenOn: string;

  @IsIn(Object.keys(LIMITATION_STARTS))
  limitationStart: LimitationStart;

  @Matches(DATE)
  limitationStartedOn: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LateSumDto)
  debts: LateSumDto[];
}

/** The officer's part of art. 159.4; what is missing is for the law to refuse. */
export class WordingDto {
  @IsString()
  @MaxLength(2000)
  demand: string;

  @IsString()
  @MaxLength(50)
  reasonCode: string;

  @IsString()
  @MaxLength(2000)
  reasonText: string;

  @IsString()
  @MaxLength(2000)
  appealProcedure: string;

  @IsBoolean()
  amendmentNeeded: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  amendmentDemand?: string;

  @IsOptional()
  @Matches(DATE)
  amendBy?: string;
}

export class ReplacementDto extends WordingDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => LateSumDto)
  debts: LateSumDto[];
}

export class DeliveryDto {
  @IsIn(DELIVERY_METHODS)
  method: DeliveryMethod;

  @Matches(DATE)
  deliveredOn: string;

  @JSONSchema({ description: 'Number of the signed copy or of the postal record; empty when there is none' })
  @IsString()
  @MaxLength(200)
  evidence: string;
}

export class WithdrawalDto {
  @IsString()
  @Length(3, 500)
  cause: string;
}

export class NoticePaymentDto {
  @JSONSchema({ description: 'The bank date that stops penalty interest (art. 158.7)' })
  @Matches(DATE)
  paidOn: string;

  @JSONSchema({ description: 'All principal paid so far, this payment included' })
  @Matches(TENGE)
  principal: string;

  @JSONSchema({ description: 'All penalty interest paid so far, this payment included' })
  @Matches(TENGE)
  interest: string;
}

export class NoticesQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
