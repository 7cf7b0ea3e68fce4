/** The application to register a security, as it comes over HTTP; what the law asks may be missing, and is refused then. */
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type BodyScope,
  type Judgement,
  PLEDGE_EXCLUSIONS,
  type PledgeExclusion,
  SECURITY_METHODS,
  type SecurityKind,
  type SecurityMethod,
} from './security-application.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TENGE = /^\d{1,14}(\.\d{1,2})?$/;
const BODY = /^\d{5}$/;
const PERSON = /^\d{12}$/;

class DocumentDto {
  @IsString()
  @Length(1, 100)
  number: string;

  @Matches(DATE)
  date: string;
}

class ObligationDto {
  /** Tenge. */
  @Matches(TENGE)
  dutiesAndTaxes: string;

  @Matches(DATE)
  dueOn: string;

  @Matches(BODY)
  controllingBody: string;
}

class PledgeDto {
  @Matches(DATE)
  appliedOn: string;

  @Matches(DATE)
  reportOn: string;

  @Matches(TENGE)
  marketValue: string;

  @Matches(TENGE)
  saleExpenses: string;

  @IsOptional()
  @Matches(DATE)
  insuredTo?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  civilRegistration?: string;
}

export class JudgementDto implements Judgement {
  @IsOptional()
  @IsBoolean()
  issuerInRegister?: boolean;

  @IsOptional()
  @IsBoolean()
  contentLawful?: boolean;

  @IsOptional()
  @IsBoolean()
  suretyAllowed?: boolean;

  @IsOptional()
  @IsBoolean()
  suretyBacked?: boolean;

  @IsOptional()
  @IsBoolean()
  cashReceived?: boolean;

  @IsOptional()
  @IsBoolean()
  reportValid?: boolean;

  @IsOptional()
  @IsBoolean()
  liquid?: boolean;

  @IsOptional()
  @IsIn(PLEDGE_EXCLUSIONS)
  excludedProperty?: PledgeExclusion;
}

export class SecurityDto {
  @IsIn(SECURITY_METHODS)
  method: SecurityMethod;

  @IsIn(['SINGLE', 'GENERAL'])
  kind: SecurityKind;

  @Matches(PERSON)
  principal: string;

  @IsOptional()
  @Matches(PERSON)
  guarantor?: string;

  @Matches(BODY)
  acceptingBody: string;

  @IsIn(['SINGLE_BODY', 'ANY_BODY'])
  bodyScope: BodyScope;

  /** Tenge. */
  @Matches(TENGE)
  amount: string;

  @Matches(/^[A-Z]{3}$/)
  currency: string = 'KZT';

  @Matches(DATE)
  validFrom: string;

  @IsOptional()
  @Matches(DATE)
  validTo?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => DocumentDto)
  document: DocumentDto;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ObligationDto)
  obligation?: ObligationDto;

  @IsOptional()
  @Matches(DATE)
  obligationsDueBy?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PledgeDto)
  pledge?: PledgeDto;

  /** Only of an officer; without it the application goes under review. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => JudgementDto)
  judgement?: JudgementDto;
}

export class StatementQuery {
  /** Reservation where the page before ended. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
