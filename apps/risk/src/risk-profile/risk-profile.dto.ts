/** A profile as an analyst writes it. What the law asks for may be missing here: that is for the law to refuse. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { STAGES, type Stage, SUBJECTS, type Subject } from './fact-view.js';
import type { Measure, MeasureOrder } from './measure.js';
import {
  type Aim,
  AIMS,
  type GoodsPattern,
  type RiskIndicator,
  type RiskProfileContent,
} from './profile-content.js';

const AREA = /^(NATIONAL|\d{5})$/;

class GoodsPatternDto implements GoodsPattern {
  @IsString()
  @MaxLength(10)
  codePrefix: string;

  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  originCountry?: string;
}

class IndicatorDto implements RiskIndicator {
  @IsString()
  @MaxLength(40)
  code: string;

  @IsString()
  @MaxLength(10_000)
  expression: string;

  @IsString()
  @MaxLength(1000)
  needForMeasure: string;
}

class MeasureOrderDto implements MeasureOrder {
  /** A code that the law does not know is for the law to refuse (RSK_FORM_UNKNOWN). */
  @IsString()
  @MaxLength(40)
  measure: Measure;

  @IsOptional()
  @IsInt()
  extentPercent?: number;

  @IsBoolean()
  mandatory: boolean;
}

export class ProfileContentDto implements RiskProfileContent {
  @IsString()
  @MaxLength(300)
  name: string;

  @IsIn(STAGES)
  stage: Stage;

  @IsIn(SUBJECTS)
  subject: Subject;

  @IsIn(['NATIONAL', 'REGIONAL'])
  scope: 'NATIONAL' | 'REGIONAL';

  @IsArray()
  @ArrayMaxSize(100)
  @Matches(/^\d{5}$/, { each: true })
  regions: string[] = [];

  @IsIn(['NATIONAL_BODY', 'TERRITORIAL_BODY', 'UNION_COMMISSION'])
  origin: 'NATIONAL_BODY' | 'TERRITORIAL_BODY' | 'UNION_COMMISSION';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  unionDecisionRef?: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  riskAreas: string[] = [];

  @IsIn(['IDENTIFIED', 'POTENTIAL'])
  riskType: 'IDENTIFIED' | 'POTENTIAL';

  @IsString()
  @MaxLength(2000)
  riskBasis: string;

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => GoodsPatternDto)
  riskGoods: GoodsPatternDto[] = [];

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => GoodsPatternDto)
  coverGoods: GoodsPatternDto[] = [];

  @IsObject()
  @ValidateNested()
  @Type(() => IndicatorDto)
  indicator: IndicatorDto;

  @IsInt()
  @Min(1)
  @Max(5)
  likelihood: number;

  @IsInt()
  @Min(1)
  @Max(5)
  consequence: number;

  @IsString()
  @MaxLength(2000)
  possibleDamage: string;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  possibleViolations: string[] = [];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MeasureOrderDto)
  measures: MeasureOrderDto[] = [];

  @IsString()
  @MaxLength(2000)
  guidance: string;

  @IsString()
  @MaxLength(2000)
  justification: string;

  @IsIn(AIMS)
  aim: Aim;

  @IsInt()
  priority: number;

  @IsISO8601()
  validFrom: string;

  @IsOptional()
  @IsISO8601()
  validTo?: string;
}

export class ProfileDraftDto {
  @Matches(/^RP-\d{4,8}$/)
  number: string;

  @IsObject()
  @ValidateNested()
  @Type(() => ProfileContentDto)
  content: ProfileContentDto;
}

export class ProfileVersionDto {
  @IsObject()
  @ValidateNested()
  @Type(() => ProfileContentDto)
  content: ProfileContentDto;
}

export class WhyDto {
  @IsString()
  @MaxLength(2000)
  why: string;
}

/** A share of the random choice. */
export class RandomSelectionDto {
  /** NATIONAL, or the code of a territorial subdivision; the analyst's own area without it. */
  @IsOptional()
  @Matches(AREA)
  area?: string;

  /** Both stages without it. */
  @IsOptional()
  @IsIn(STAGES)
  stage?: Stage;

  @IsInt()
  @Min(0)
  @Max(1000)
  perMille: number;

  /** What is ordered for a chosen object; unchanged without it. */
  @IsOptional()
  @IsIn(['DOCUMENT_CHECK', 'EXAMINATION'] satisfies Measure[])
  measure?: 'DOCUMENT_CHECK' | 'EXAMINATION';
}
