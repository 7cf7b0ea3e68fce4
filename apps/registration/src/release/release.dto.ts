/** What the officer says when deciding on release. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { GroundOfRefusal, ViolationException } from './refuse-release.js';
import { RELEASE_CONDITIONS, type ReleaseCondition } from './release-conditions.js';
import { RELEASE_REFUSAL, type ReleaseRefusalCode } from './release-refusal.js';

export class ReleaseDto {
  /** How a discrepancy found in control was settled. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  findingsConsidered?: string;
}

export class GroundDto implements GroundOfRefusal {
  @IsIn(Object.keys(RELEASE_REFUSAL))
  code: ReleaseRefusalCode;

  @IsString()
  @MaxLength(4000)
  facts: string;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  recommendation?: string;

  @IsOptional()
  @IsIn(RELEASE_CONDITIONS)
  condition?: ReleaseCondition;

  @IsOptional()
  @IsBoolean()
  valueAdjustmentOnly?: boolean;
}

export class ExceptionDto {
  @IsIn(['REMEDIED_NO_CASE', 'REMEDIED_NOT_SEIZED', 'DECLARANT_BANKRUPTCY'])
  code: ViolationException['code'];

  @IsBoolean()
  putRight: boolean = false;

  @IsBoolean()
  seized: boolean = false;

  @IsBoolean()
  arrested: boolean = false;

  @IsString()
  @MaxLength(4000)
  supervisorNote: string = '';
}

export class ReleaseRefusalDto {
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => GroundDto)
  grounds: GroundDto[];

  /** Exceptions to VIOLATION_FOUND that are recorded (Code 2017 art. 201.9). */
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExceptionDto)
  exceptions: ExceptionDto[] = [];
}

export function violationException(dto: ExceptionDto): ViolationException {
  const { code, putRight, seized, arrested, supervisorNote } = dto;
  switch (code) {
    case 'REMEDIED_NO_CASE':
      return { code };
    case 'REMEDIED_NOT_SEIZED':
      return { code, putRight, seized, arrested };
    case 'DECLARANT_BANKRUPTCY':
      return { code, supervisorNote };
  }
}
