/** What is asked for and decided of a withdrawal. */
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
import { SignatureDto } from '../goods-declaration/declaration-parts.dto.js';
import { WITHDRAWAL_REFUSAL, type WithdrawalRefusalCode } from './withdrawal-reasons.js';

export class WithdrawalRequestDto {
  @JSONSchema({
    description: 'Why the declaration is withdrawn',
    example: 'The goods go back to the seller.',
  })
  @IsString()
  @MaxLength(4000)
  reason: string;

  @JSONSchema({ description: 'Where the goods are; asked for Union goods', example: 'Almaty, warehouse 3' })
  @IsString()
  @MaxLength(1000)
  goodsLocation: string = '';

  /** The electronic signature over the request (R-DEC-279). */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;
}

export class WithdrawalGroundDto implements StatedGround<WithdrawalRefusalCode> {
  @IsIn(Object.keys(WITHDRAWAL_REFUSAL))
  code: WithdrawalRefusalCode;

  @IsString()
  @MaxLength(4000)
  facts: string;
}

export class WithdrawalDecisionDto {
  @IsIn(['PERMIT', 'REJECT'])
  decision: 'PERMIT' | 'REJECT';

  @JSONSchema({ description: 'Grounds of a rejection, each with its facts' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => WithdrawalGroundDto)
  grounds: WithdrawalGroundDto[] = [];
}
