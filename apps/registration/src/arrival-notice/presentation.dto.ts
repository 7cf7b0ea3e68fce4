/** Goods found at the place of arrival, as the lane system or the officer reports them. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { ListedCount } from './listed-field.dto.js';
import type { FoundSeal, GoodsCondition, Presentation } from './presentation.js';

class FoundSealDto implements FoundSeal {
  @IsString()
  @Length(1, 50)
  number: string;

  @IsBoolean()
  intact: boolean;
}

export class PresentationDto implements Presentation {
  /** When the goods reached the place. */
  @Type(() => Date)
  @IsDate()
  deliveredAt: Date;

  @IsIn(['INTACT', 'DAMAGED_EXCUSED', 'DAMAGED_OTHER'])
  condition: GoodsCondition;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => FoundSealDto)
  sealsFound: FoundSealDto[] = [];

  /** Absent where packages were not counted. */
  @ListedCount(1_000_000)
  packagesFound?: number;
}
