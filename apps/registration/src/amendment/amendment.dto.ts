/** What the declarant asks for, and what customs demands and decides, of a change before release. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { FollowedDecision, StatedGround } from './amendment.js';
import { AMENDMENT_REFUSAL, type AmendmentRefusalCode } from './amendment-reasons.js';
import type { WantedChange } from './field-changes.js';

export class ChangeDto implements WantedChange {
  @JSONSchema({
    description: 'JSON pointer into the declaration as filed; `/-` at its end adds to a list',
    example: '/transportArrival/number',
  })
  @IsString()
  @MaxLength(200)
  field: string;

  @JSONSchema({ description: 'Without it the field is taken out', example: '777AAA02' })
  @IsOptional()
  newValue?: unknown;
}

export class FollowedDecisionDto implements FollowedDecision {
  @IsIn(['CLASSIFICATION', 'VALUE'])
  kind: 'CLASSIFICATION' | 'VALUE';

  @JSONSchema({ description: 'Number of the decision', example: 'K-7/2026' })
  @IsString()
  @MaxLength(100)
  number: string;
}

export class AmendmentRequestDto {
  @JSONSchema({ description: 'Why the data are to be changed', example: 'The plate was misread.' })
  @IsString()
  @MaxLength(4000)
  reason: string;

  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ChangeDto)
  changes: ChangeDto[];

  @JSONSchema({ description: 'The demand of customs that this change answers' })
  @IsOptional()
  @IsUUID()
  demandId?: string;

  /** A decision of customs that the declarant accepted and carries out (art. 78.11, 111.2). */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FollowedDecisionDto)
  follows?: FollowedDecisionDto;
}

export class AmendmentDemandDto {
  @JSONSchema({
    description: 'JSON pointers of the fields to be changed',
    example: ['/items/0/commodityCode'],
  })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  fields: string[];

  @IsString()
  @MaxLength(4000)
  reason: string;

  @JSONSchema({ description: 'Inside the term of release', example: '2026-03-12T10:00:00Z' })
  @IsISO8601({ strict: true, strictSeparator: true })
  dueAt: string;
}

export class AmendmentGroundDto implements StatedGround<AmendmentRefusalCode> {
  @IsIn(Object.keys(AMENDMENT_REFUSAL))
  code: AmendmentRefusalCode;

  @IsString()
  @MaxLength(4000)
  facts: string;
}

export class AmendmentDecisionDto {
  @IsIn(['PERMIT', 'REJECT'])
  decision: 'PERMIT' | 'REJECT';

  @JSONSchema({ description: 'Grounds of a rejection, each with its facts' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AmendmentGroundDto)
  grounds: AmendmentGroundDto[] = [];
}
