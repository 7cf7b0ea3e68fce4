/** Orders on register entries as they come over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
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
import { ConditionsDto, DATE, OrderDto } from './conditions.dto.js';
import type { EntryStatus } from './register-entry.js';
import { EXCLUSION_GROUNDS, type ExclusionGround } from './register-grounds.js';
import { REGISTERS, type Register } from './register-kind.js';

export class InclusionDto extends ConditionsDto {
  @IsIn(REGISTERS)
  register: Register;

  /** The customs body that keeps the entry; for a warehouse the one in whose area the place lies. */
  @Matches(/^\d{5}$/)
  customsBody: string;

  @Type(() => Date)
  @IsDate()
  submittedAt: Date;

  @Type(() => Date)
  @IsDate()
  registeredAt: Date;

  /** Kinds of the table "Documents to attach", filed or had from state systems. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  documents: string[] = [];
}

export class SuspensionDto {
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  ownerNoticeRegisteredAt?: Date;

  @Matches(DATE)
  until: string;

  @IsObject()
  @ValidateNested()
  @Type(() => OrderDto)
  order: OrderDto;
}

export class ResumptionDto extends ConditionsDto {
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  ownerNoticeRegisteredAt?: Date;
}

export class ExclusionDto {
  @IsIn(EXCLUSION_GROUNDS)
  ground: ExclusionGround;

  /** The condition lost or the duty broken, e.g. "26.3" or "44.7". */
  @IsOptional()
  @Matches(/^\d{1,3}(\.\d{1,2}){1,2}$/)
  provision?: string;

  @IsBoolean()
  transformation: boolean = false;

  @IsString()
  @Length(1, 2000)
  cause: string;

  @IsObject()
  @ValidateNested()
  @Type(() => OrderDto)
  order: OrderDto;
}

export class NoticeDto {
  /** Number of the order that the person was told of. */
  @IsString()
  @Length(1, 40)
  order: string;

  /** Proof of sending. */
  @IsString()
  @Length(1, 200)
  proof: string;
}

export class EntryQuery {
  @IsOptional()
  @IsIn(REGISTERS)
  register?: Register;

  @IsOptional()
  @Matches(/^\d{12}$/)
  bin?: string;

  @IsOptional()
  @IsIn(['INCLUDED', 'SUSPENDED', 'EXCLUDED'])
  status?: EntryStatus;

  @IsOptional()
  @Matches(/^[A-Z]+\/\d{4}\/\d{4,}$/)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class MomentQuery {
  /** The moment of the act for which the status is asked. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  at?: Date;
}
