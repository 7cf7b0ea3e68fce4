/** A receipt and a search of lots as they come over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import { Exact } from '@shekara/kernel';
import type { Receipt } from './receipt.js';
import type { LotState } from './storage-lot.js';

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

class CountedLineDto {
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  packageCount: number;

  @Matches(DECIMAL)
  grossWeightKg: string;
}

export class ReceiptDto {
  @IsArray()
  @ArrayMaxSize(999)
  @ValidateNested({ each: true })
  @Type(() => CountedLineDto)
  counted: CountedLineDto[];

  @IsBoolean()
  sealsIntact: boolean = true;

  /** Number of the act of keeper and carrier, where something is missing. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  shortageAct?: string;
}

export function receiptOf({ counted, sealsIntact, shortageAct }: ReceiptDto): Receipt {
  return {
    counted: counted.map(({ line, packageCount, grossWeightKg }) => ({
      line,
      packages: packageCount,
      grossWeightKg: new Exact(grossWeightKg),
    })),
    sealsIntact,
    ...(shortageAct === undefined ? {} : { shortageAct }),
  };
}

const STATES: readonly LotState[] = ['REGISTERED', 'PLACED', 'DECLARED', 'EXPIRED', 'ISSUED'];

export class LotQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Length(1, 60)
  placeNumber?: string;

  @IsOptional()
  @IsIn(STATES)
  status?: LotState;
}
