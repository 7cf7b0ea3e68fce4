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

const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;

class CustomsValueDto {
  @Matches(DECIMAL)
  amount: string;

  @Matches(/^[A-Z]{3}$/)
  currency: string;
}

class QuantityDto {
  /** UN/ECE Recommendation 20. */
  @Matches(/^[A-Z0-9]{2,3}$/)
  unit: string;

  @Matches(DECIMAL)
  amount: string;
}

class ItemDto {
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;

  @Matches(/^\d{10}$/)
  commodityCode: string;

  @IsObject()
  @ValidateNested()
  @Type(() => CustomsValueDto)
  customsValue: CustomsValueDto;

  @Matches(DECIMAL)
  netWeightKg: string;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => QuantityDto)
  quantities: QuantityDto[] = [];
}

class ShipmentDto {
  @IsString()
  @Length(1, 100)
  transportDocument: string;

  @IsString()
  @Length(1, 300)
  sender: string;

  @IsString()
  @Length(1, 300)
  recipient: string;
}

export class CalculationDto {
  /** Two digits. */
  @Matches(/^\d{2}$/)
  procedure: string;

  /** The day whose rates apply; today when absent. */
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
