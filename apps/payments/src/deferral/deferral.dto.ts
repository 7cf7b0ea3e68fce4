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
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { DEFERRAL_MODES, type DeferralMode } from './deferral-application.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;

export class SumToDeferDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'In the currency on which the sum depends' })
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

  @JSONSchema({ description: 'Codes of the treaty list' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  grounds: string[];

  @JSONSchema({ description: 'Codes of the papers that come with the application' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  papers: string[];

  @JSONSchema({ description: 'Two digits of the procedure of the declaration' })
  @Matches(/^\d{2}$/)
  procedure: string;

  @JSONSchema({ description: 'Number of the accepted security; empty when there is none' })
  @IsString()
  @MaxLength(100)
  securityNumber: string;

  @JSONSchema({
    description:
      'Import duty on the account that is to be deferred too: ids of its late sums (GET /v1/debts), not yet overdue',
  })
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

  @JSONSchema({ description: 'Drawn up by the payer and agreed by the customs body' })
  @IsBoolean()
  agreed: boolean;
}

export class SignatureDto {
  @JSONSchema({ description: "Whether the head signs, or who acts in the head's place" })
  @IsIn(['HEAD', 'ACTING_HEAD'])
  capacity: 'HEAD' | 'ACTING_HEAD';

  @JSONSchema({ description: 'Reference of the signature under the written decision' })
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

  @JSONSchema({ description: 'Number of the letter to the applicant' })
  @IsString()
  @MaxLength(200)
  letter: string;
}

export class DeferredPaymentDto {
  @JSONSchema({ description: 'The bank date of the money (art. 158.7)' })
  @Matches(DATE)
  paidOn: string;

  @Matches(TENGE)
  amount: string;

  @JSONSchema({ description: "The payer's confirmed money it is taken from" })
  @IsIn(['IMPORT_DUTY', 'ADVANCE'])
  purpose: 'IMPORT_DUTY' | 'ADVANCE';
}

export class ProcessedGoodsSoldDto {
  @Matches(DATE)
  soldOn: string;

  @JSONSchema({ description: 'Whether the condition of industrial processing was met' })
  @IsBoolean()
  conditionMet: boolean;
}

export class ProcedureSuspendedDto {
  @Matches(DATE)
  from: string;

  @JSONSchema({
    description:
      'Last day; absent while the goods are seized or arrested. Said later, with the same first day',
  })
  @IsOptional()
  @Matches(DATE)
  to?: string;

  @JSONSchema({ description: 'The protocol of seizure, or the decision on the arrest' })
  @IsString()
  @Length(1, 300)
  evidence: string;
}

export class DeferredDebtNoticeDto {
  @JSONSchema({
    description: 'The release of the last declaration, from which limitation runs (art. 132.2(1))',
  })
  @Matches(DATE)
  limitationStartedOn: string;
}

export class DeferralsQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}
