/** Facts that payments depend on and that a declaration does not carry: the period of temporary import, earlier procedures. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { EARLIER_DTOS, type EarlierFactsDto, EarlierProcedureDto } from './earlier-procedure.dto.js';

export class TemporaryImportDto {
  @JSONSchema({
    description: "FULL: the goods are on the Commission's list (art. 386.1)",
    example: 'PARTIAL',
  })
  @IsIn(['FULL', 'PARTIAL'])
  exemption: 'FULL' | 'PARTIAL';

  @JSONSchema({ description: 'Calendar months, full or part, that are paid before release', example: 4 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(120)
  months?: number;

  @JSONSchema({
    description: 'Or the last day of the period that is paid before release',
    example: '2026-06-10',
  })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  until?: string;
}

class EarlierOfItemDto {
  @JSONSchema({ description: 'Number of the item', example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;

  @IsObject()
  @ValidateNested()
  @Type(() => EarlierProcedureDto, {
    discriminator: { property: 'kind', subTypes: EARLIER_DTOS },
    keepDiscriminatorProperty: true,
  })
  earlier: EarlierFactsDto;
}

export class FactsOfGoodsDto {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TemporaryImportDto)
  temporaryImport?: TemporaryImportDto;

  @JSONSchema({ description: 'Items whose sums depend on the procedure before (box 37)' })
  @IsArray()
  @ArrayMaxSize(999)
  @ArrayUnique(({ number }: EarlierOfItemDto) => number)
  @ValidateNested({ each: true })
  @Type(() => EarlierOfItemDto)
  items: EarlierOfItemDto[] = [];
}
