/** Goods to calculate payments for, before a declaration exists. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;

class CustomsValueDto {
  @JSONSchema({ example: '20000.00' })
  @Matches(DECIMAL)
  amount: string;

  @JSONSchema({ example: 'EUR' })
  @Matches(/^[A-Z]{3}$/)
  currency: string;
}

class QuantityDto {
  /** UN/ECE Recommendation 20. */
  @JSONSchema({ example: 'KGM' })
  @Matches(/^[A-Z0-9]{2,3}$/)
  unit: string;

  @JSONSchema({ example: '12.5' })
  @Matches(DECIMAL)
  amount: string;
}

class ItemDto {
  @JSONSchema({ description: 'Number of the item', example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;

  @JSONSchema({ example: '8483402100' })
  @Matches(/^\d{10}$/)
  commodityCode: string;

  @IsObject()
  @ValidateNested()
  @Type(() => CustomsValueDto)
  customsValue: CustomsValueDto;

  @JSONSchema({ example: '500' })
  @Matches(DECIMAL)
  netWeightKg: string;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => QuantityDto)
  quantities: QuantityDto[] = [];
}

class ShipmentDto {
  @JSONSchema({ example: 'CMR-77' })
  @IsString()
  @Length(1, 100)
  transportDocument: string;

  @JSONSchema({ example: 'Maschinen GmbH' })
  @IsString()
  @Length(1, 300)
  sender: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @Length(1, 300)
  recipient: string;
}

export class CalculationDto {
  /** Two digits. */
  @JSONSchema({ example: '40' })
  @Matches(/^\d{2}$/)
  procedure: string;

  /** The day whose rates apply; today when absent. */
  @JSONSchema({ example: '2026-03-10' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  registeredOn?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ShipmentDto)
  shipment?: ShipmentDto;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(999)
  @ValidateNested({ each: true })
  @Type(() => ItemDto)
  items: ItemDto[];
}
