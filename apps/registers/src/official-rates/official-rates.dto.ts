import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

class CurrencyRateDto {
  /** ISO 4217. */
  @JSONSchema({ example: 'EUR' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;

  /** Tenge for one unit. */
  @JSONSchema({ example: '610.55' })
  @Matches(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,10})?$/)
  kztPerUnit: string;
}

export class CurrencyRatesDto {
  /** The legal date that the rates are set for. */
  @JSONSchema({ example: '2026-03-12' })
  @Matches(DAY)
  date: string;

  @JSONSchema({ example: 'National Bank, market rate of 11 March 2026' })
  @IsString()
  @Length(1, 300)
  source: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CurrencyRateDto)
  rates: CurrencyRateDto[];
}

export class RefinancingRateDto {
  /** The first legal date on which it holds. */
  @JSONSchema({ example: '2026-04-01' })
  @Matches(DAY)
  validFrom: string;

  /** A year. */
  @JSONSchema({ example: '15.25' })
  @Matches(/^\d{1,2}(\.\d{1,4})?$|^100$/)
  percent: string;

  @JSONSchema({ example: 'Decision of the National Bank of 6 March 2026' })
  @IsString()
  @Length(1, 300)
  source: string;
}

export class RatesOfDayQuery {
  @JSONSchema({ example: '2026-03-12' })
  @Matches(DAY)
  on: string;
}
