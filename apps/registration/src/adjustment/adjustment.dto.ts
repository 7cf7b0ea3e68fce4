/** What is submitted and decided of an adjustment after release. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { StatedGround } from '../amendment/amendment.js';
import { ChangeDto } from '../amendment/amendment.dto.js';
import { RUNNING_MATTERS, type RunningMatter } from './adjustment.js';
import { ADJUSTMENT_REFUSAL, type AdjustmentRefusalCode } from './adjustment-reasons.js';
import type { NamedMatter } from './adjustment.entity.js';

export class RunningMatterDto implements NamedMatter {
  @IsIn(RUNNING_MATTERS)
  kind: RunningMatter;

  @JSONSchema({ description: 'Number of the control, complaint or case', example: 'Case 7/2026' })
  @IsString()
  @MaxLength(200)
  document: string;
}

export class AdjustmentDto {
  @JSONSchema({
    description: 'Why the data are to be changed',
    example: 'The code of another model was taken.',
  })
  @IsString()
  @MaxLength(4000)
  reason: string;

  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChangeDto)
  changes: ChangeDto[];

  /** What extends the five years while it runs (art. 132.2, 132.4). */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RunningMatterDto)
  runningMatter?: RunningMatterDto;
}

export class AdjustmentGroundDto implements StatedGround<AdjustmentRefusalCode> {
  @IsIn(Object.keys(ADJUSTMENT_REFUSAL))
  code: AdjustmentRefusalCode;

  @IsString()
  @MaxLength(4000)
  facts: string;
}

export class AdjustmentDecisionDto {
  @IsIn(['ACCEPT', 'REJECT'])
  decision: 'ACCEPT' | 'REJECT';

  @JSONSchema({ description: 'Grounds of a rejection, each with its facts' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AdjustmentGroundDto)
  grounds: AdjustmentGroundDto[] = [];
}
