/** What a finding says over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { PageQuery } from '@shekara/service-kit';
import { CUSTOMS_ENTRY_SOURCES, type CustomsEntrySource } from '../debt/customs-debt.js';
import { OriginDto, SumOfKindDto } from '../debt/customs-debt.dto.js';
import { GoodsItemDto } from '../liability/calculation.dto.js';
import { CAUSES, type Cause, type Payer, PAYERS } from '../obligation/trigger.js';
import { TRIGGER_MATRIX, type Trigger } from '../obligation/trigger-matrix.js';
import { OBLIGATION_STATUSES, type ObligationStatus } from './triggered-obligation.entity.js';

class PersonInvolvedDto {
  @JSONSchema({ description: 'Part in the trigger matrix', example: 'WAREHOUSE_OWNER' })
  @IsIn(PAYERS)
  part: Payer;

  @JSONSchema({ description: 'BIN or IIN', example: '050640001236' })
  @Matches(/^\d{12}$/)
  person: string;

  @JSONSchema({ example: 'Khorgos SVH TOO' })
  @IsString()
  @Length(1, 300)
  name: string;

  @JSONSchema({ description: 'A participant or buyer knew, or should have known (art. 130.2)' })
  @IsOptional()
  @IsBoolean()
  knewOrShouldHaveKnown?: boolean;
}

export class FindingFactsDto {
  @IsOptional()
  @IsIn(CAUSES)
  cause?: Cause;

  @JSONSchema({
    description: 'Legal dates by the names of the matrix',
    example: { PLACING_IN_STORAGE: '2026-03-02', LOSS_OR_HAND_OVER: '2026-03-10' },
  })
  @IsObject()
  days: Record<string, string>;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PersonInvolvedDto)
  involved: PersonInvolvedDto[];

  @JSONSchema({ description: 'BIN of a representative that carried the operation out' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  representative?: string;

  @IsBoolean()
  goodsLost: boolean = false;

  @IsArray()
  @ArrayMaxSize(999)
  @ValidateNested({ each: true })
  @Type(() => GoodsItemDto)
  goods: GoodsItemDto[] = [];

  @JSONSchema({ description: "Where the row's sum is one of its own article" })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SumOfKindDto)
  statedSums: SumOfKindDto[] = [];

  @JSONSchema({ description: 'What the entry comes from (art. 141.5)', example: 'CUSTOMS_CONTROL' })
  @IsIn(CUSTOMS_ENTRY_SOURCES)
  source: CustomsEntrySource;

  @ValidateNested()
  @Type(() => OriginDto)
  origin: OriginDto;
}

export class FindingDto extends FindingFactsDto {
  @JSONSchema({ description: 'Row of the trigger matrix', example: 'STORAGE_IN_WAREHOUSE' })
  @IsIn(TRIGGER_MATRIX.map(({ trigger }) => trigger))
  trigger: Trigger;

  @JSONSchema({ description: 'Number of the act or decision', example: 'ACT/2026/7' })
  @IsString()
  @Length(1, 100)
  document: string;

  @IsOptional()
  @IsUUID()
  caseId?: string;
}

export class DismissalDto {
  @JSONSchema({ description: 'Why nobody owes', example: 'The goods were found in the warehouse' })
  @IsString()
  @Length(3, 500)
  because: string;
}

export class ObligationsQuery extends PageQuery {
  @JSONSchema({ description: 'BIN or IIN of the payer' })
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;

  @IsOptional()
  @IsIn(OBLIGATION_STATUSES)
  status?: ObligationStatus;
}
