/** The facts that the conditions of a register are tested on, as they come over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SignerRole } from './register-kind.js';
import { PremisesDto } from './premises.dto.js';

export const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class OrderDto {
  @IsString()
  @Length(1, 40)
  number: string;

  /** Who signed. */
  @IsIn(['AUTHORIZED_BODY_HEAD', 'TERRITORIAL_HEAD', 'OFFICER'])
  signerRole: SignerRole;
}

class ApplicantDto {
  @IsString()
  @Length(1, 300)
  name: string;

  @IsString()
  @Length(1, 500)
  address: string;

  @IsISO31661Alpha2()
  country: string;

  @Matches(/^\d{12}$/)
  bin: string;
}

class SecurityPartDto {
  @IsString()
  @Length(1, 100)
  reference: string;

  /** Tenge, at most two decimals. */
  @Matches(/^\d{1,16}(\.\d{1,2})?$/)
  amount: string;

  @Matches(DATE)
  providedOn: string;
}

class InsuranceDto {
  @IsString()
  @Length(1, 100)
  contract: string;

  @Matches(DATE)
  validFrom: string;

  @Matches(DATE)
  validTo: string;
}

class SpecialistDto {
  @IsString()
  @Length(1, 60)
  certificateNumber: string;

  @Matches(DATE)
  certificateValidTo: string;

  @Matches(DATE)
  employedFrom: string;

  @IsOptional()
  @Matches(DATE)
  employedTo?: string;
}

class VehicleDto {
  @IsString()
  @Length(1, 20)
  plate: string;

  @IsBoolean()
  heldByRight: boolean;

  @IsBoolean()
  sealable: boolean;

  @IsOptional()
  @Matches(DATE)
  approvalValidTo?: string;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  tracker?: string;
}

class CarriagePermitDto {
  @IsBoolean()
  required: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 60)
  number?: string;
}

class OffenceDto {
  /** Article of the Administrative Code. */
  @IsInt()
  @Min(1)
  @Max(9999)
  article: number;

  @Matches(DATE)
  inForceOn: string;
}

/** What the applicant declares and the officer found: tested against the conditions of the register. */
export class ConditionsDto {
  @IsObject()
  @ValidateNested()
  @Type(() => ApplicantDto)
  applicant: ApplicantDto;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SecurityPartDto)
  securities: SecurityPartDto[] = [];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => InsuranceDto)
  insurance?: InsuranceDto;

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SpecialistDto)
  specialists: SpecialistDto[] = [];

  @IsOptional()
  @Matches(DATE)
  carriageSince?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CarriagePermitDto)
  carriagePermit?: CarriagePermitDto;

  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => VehicleDto)
  vehicles: VehicleDto[] = [];

  @IsBoolean()
  unpaidCustomsDebt: boolean;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => OffenceDto)
  offences: OffenceDto[] = [];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PremisesDto)
  premises?: PremisesDto;

  @IsObject()
  @ValidateNested()
  @Type(() => OrderDto)
  order: OrderDto;
}
