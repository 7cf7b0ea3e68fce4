/** What appellants file and appeal desks say of appeals over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
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
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { APPEAL_QUERIES, type AppealQuery } from './appeal.js';
import { DECIDED_OUTCOMES, type DecidedOutcome } from './appeal-outcome.js';
import type { AppellantCapacity } from './filing.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,15}(\.\d{1,2})?$/;

export class DisputedSumDto {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @Matches(TENGE)
  amount: string;
}

/** Art. 176: what is missing is marked, never unreadable. */
export class AppealContentDto {
  @IsString()
  @MaxLength(300)
  addressee: string;

  @IsString()
  @MaxLength(300)
  appellantName: string;

  @IsString()
  @MaxLength(500)
  appellantAddress: string;

  @IsString()
  @MaxLength(300)
  issuingBody: string;

  @IsString()
  @MaxLength(50)
  noticeNumber: string;

  @IsString()
  @MaxLength(10_000)
  circumstances: string;

  @IsString()
  @MaxLength(10_000)
  evidence: string;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DisputedSumDto)
  disputed: DisputedSumDto[];

  @JSONSchema({ description: 'Names of the documents that come with the appeal' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  enclosures: string[];

  @IsBoolean()
  noticeCopyEnclosed: boolean;

  @IsBoolean()
  supportingDocumentsEnclosed: boolean;

  @IsBoolean()
  signed: boolean;

  @JSONSchema({ description: 'Signed by a representative: the power that is enclosed' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  powerOfRepresentative?: string;
}

/** An appeal filed here by the appellant itself, or by a representative that acts for it. */
export class AppealDto {
  @IsUUID()
  noticeId: string;

  @IsIn(['FOREIGN_TRADE_PARTICIPANT', 'CUSTOMS_ACTIVITY', 'OTHER'] satisfies AppellantCapacity[])
  capacity: AppellantCapacity;

  @IsIn(['ISSUING_BODY', 'HIGHER_BODY'])
  addressedTo: 'ISSUING_BODY' | 'HIGHER_BODY';

  @JSONSchema({ description: 'Whether the issuer has a copy of an appeal to the higher body (art. 175.2)' })
  @IsBoolean()
  copyToIssuer: boolean;

  @ValidateNested()
  @Type(() => AppealContentDto)
  content: AppealContentDto;
}

/** An appeal on paper, taken over the counter or out of the post. */
export class PaperAppealDto extends AppealDto {
  @Matches(/^\d{12}$/)
  appellant: string;

  @IsOptional()
  @Matches(/^\d{12}$/)
  represents?: string;

  @IsIn(['COUNTER', 'POST'])
  channel: 'COUNTER' | 'POST';

  @JSONSchema({ description: "POST: the instant of the postal operator's proof" })
  @IsOptional()
  @IsISO8601({ strict: true })
  postedAt?: string;
}

export class TermStopDto {
  @JSONSchema({ description: 'What is asked of whom; only some stop the term (art. 180.1)' })
  @IsIn(Object.keys(APPEAL_QUERIES))
  by: AppealQuery;

  @Matches(DATE)
  from: string;

  @JSONSchema({ description: 'Number of the letter that tells the appellant why' })
  @IsString()
  @MaxLength(200)
  letter: string;

  @IsString()
  @MaxLength(2000)
  reasons: string;
}

export class TermResumptionDto {
  @JSONSchema({ description: "The day of the answer, or of the court's decision" })
  @Matches(DATE)
  on: string;
}

/** Art. 181: what is missing is for the law to refuse. */
export class DecisionContentDto {
  @IsString()
  @MaxLength(300)
  body: string;

  @IsString()
  @MaxLength(300)
  appellant: string;

  @IsString()
  @MaxLength(10_000)
  summaryOfNotice: string;

  @IsString()
  @MaxLength(10_000)
  summaryOfAppeal: string;

  @IsString()
  @MaxLength(10_000)
  reasons: string;

  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  legalReferences: string[];
}

export class WrittenDecisionDto {
  @IsIn(DECIDED_OUTCOMES)
  outcome: DecidedOutcome;

  @ValidateNested()
  @Type(() => DecisionContentDto)
  content: DecisionContentDto;

  @JSONSchema({ description: 'The documents filed with the appeal that were considered (art. 178.3)' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  consideredDocuments: string[];
}

export class CourtClaimDto {
  @JSONSchema({ description: 'Number under which the court took the claim' })
  @IsString()
  @Length(1, 200)
  number: string;

  @Matches(DATE)
  claimedOn: string;
}

export class JudgmentDto {
  @IsIn(DECIDED_OUTCOMES)
  outcome: DecidedOutcome;

  @Matches(DATE)
  inForceOn: string;
}

export class AppealsQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  noticeId?: string;
}
