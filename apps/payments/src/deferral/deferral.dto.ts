/** What payers ask and heads and officers say of deferrals over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { DEFERRAL_MODES, type DeferralMode } from './deferral-application.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;

export class SumToDeferDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  /** In the currency on which the sum depends. */
  @Matches(/^\d{1,15}(\.\d{1,6})?$/)
  amount: string;

  @Matches(/^[A-Z]{3}$/)
  currency: string;
}

/** What is missing is for the law to refuse, with every reason. */
export class DeferralApplicationDto {
  @Matches(/^\d{5}\/\d{6}\/\d{7}$/)
  declaration: string;

  @IsString()
  @MaxLength(300)
  payerName: string;

  @IsString()
  @MaxLength(500)
  payerAddress: string;

  @IsIn(DEFERRAL_MODES)
  mode: DeferralMode;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SumToDeferDto)
  sums: SumToDeferDto[];

  /** Codes of the treaty list. */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  grounds: string[];

  /** Codes of the papers that come with the application. */
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  papers: string[];

  /** Two digits of the procedure of the declaration. */
  @Matches(/^\d{2}$/)
  procedure: string;

  /** Number of the accepted security; empty when there is none. */
  @IsString()
  @MaxLength(100)
  securityNumber: string;

  /** Debts on the account that the duty has become already. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  debtIds?: string[];
}

export class ScheduledPartDto {
  @Matches(DATE)
  dueOn: string;

  @Matches(TENGE)
  amount: string;
}

export class ProposedScheduleDto {
  @IsArray()
  @ArrayMaxSize(120)
  @ValidateNested({ each: true })
  @Type(() => ScheduledPartDto)
  parts: ScheduledPartDto[];

  /** Drawn up by the payer and agreed by the customs body. */
  @IsBoolean()
  agreed: boolean;
}

export class SignatureDto {
  /** Whether the head signs, or who acts in the head's place. */
  @IsIn(['HEAD', 'ACTING_HEAD'])
  capacity: 'HEAD' | 'ACTING_HEAD';

  /** Reference of the signature under the written decision. */
  @IsString()
  @MaxLength(200)
  signature: string;
}

/** A last day for a deferral, or a schedule for instalments. */
export class GrantDto extends SignatureDto {
  @ValidateIf(({ schedule }: GrantDto) => schedule === undefined)
  @Matches(DATE)
  until?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ProposedScheduleDto)
  schedule?: ProposedScheduleDto;
}

export class DeferralRefusalDto extends SignatureDto {
  @IsString()
  @MaxLength(50)
  code: string;

  @IsString()
  @MaxLength(2000)
  words: string;
}

export class DeferralCancellationDto {
  @IsString()
  @MaxLength(200)
  treatyGround: string;

  /** Number of the letter to the applicant. */
  @IsString()
  @MaxLength(200)
  letter: string;
}

export class DeferredPaymentDto {
  /** The bank date of the money (art. 158.7). */
  @Matches(DATE)
  paidOn: string;

  @Matches(TENGE)
  amount: string;

  /** The payer's confirmed money it is taken from. */
  @IsIn(['IMPORT_DUTY', 'ADVANCE'])
  purpose: 'IMPORT_DUTY' | 'ADVANCE';
}

export class ProcessedGoodsSoldDto {
  @Matches(DATE)
  soldOn: string;

  /** Whether the condition of industrial processing was met. */
  @IsBoolean()
  conditionMet: boolean;
}

export class DeferredDebtNoticeDto {
  /** The release of the last declaration, from which limitation runs (art. 132.2(1)). */
  @Matches(DATE)
  limitationStartedOn: string;
}

export class DeferralsQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
