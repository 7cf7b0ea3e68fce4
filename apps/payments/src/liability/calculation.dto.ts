/** Goods to calculate payments for, before a declaration exists. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { MEMBER_STATES, type MemberState } from '../calculation/transit-rates.js';
import { TemporaryImportDto } from './earlier-facts.dto.js';
import { EARLIER_DTOS, type EarlierFactsDto, EarlierProcedureDto } from './earlier-procedure.dto.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
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
  @JSONSchema({ description: 'UN/ECE Recommendation 20', example: 'KGM' })
  @Matches(/^[A-Z0-9]{2,3}$/)
  unit: string;

  @JSONSchema({ example: '12.5' })
  @Matches(DECIMAL)
  amount: string;
}

/** Goods as any calculation of payments takes them. */
export class GoodsItemDto {
  @JSONSchema({ description: 'Number of the item', example: 1 })
  @IsInt()
  @Min(1)
  @Max(999)
  number: number;

  @JSONSchema({ example: '8483402100' })
  @Matches(/^\d{10}$/)
  commodityCode: string;

  @JSONSchema({ description: 'An export that bears no duty by value needs none' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => CustomsValueDto)
  customsValue?: CustomsValueDto;

  @JSONSchema({ example: '500' })
  @Matches(DECIMAL)
  netWeightKg: string;

  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => QuantityDto)
  quantities: QuantityDto[] = [];

  @JSONSchema({ description: 'Country of origin, ISO 3166-1', example: 'KE' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  originCountry?: string;

  @JSONSchema({
    description:
      'Box 36: codes of a preference and of reliefs, in words or as the eight characters of the box (charge, duty, excise, VAT)',
    example: 'PREF_DEVELOPING',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  preference?: string;

  @JSONSchema({
    description: 'A certificate or declaration of origin is there (art. 92 to 94)',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  originProved?: boolean;
}

export class ItemDto extends GoodsItemDto {
  @JSONSchema({
    description: 'Box 37: the declared procedure, the previous one, three characters of the movement',
    example: '4053000',
  })
  @IsOptional()
  @Matches(/^\d{4}[0-9A-Z]{3}$/)
  procedure?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EarlierProcedureDto, {
    discriminator: { property: 'kind', subTypes: EARLIER_DTOS },
    keepDiscriminatorProperty: true,
  })
  earlier?: EarlierFactsDto;
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
  @JSONSchema({ description: 'Two digits', example: '40' })
  @Matches(/^\d{2}$/)
  procedure: string;

  @JSONSchema({ description: 'The day whose rates apply; today when absent', example: '2026-03-10' })
  @IsOptional()
  @Matches(DAY)
  registeredOn?: string;

  @JSONSchema({ description: 'Country of destination, ISO 3166-1', example: 'RS' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  destination?: string;

  @JSONSchema({ description: 'Goods of the Union in transit or duty-free trade', example: false })
  @IsOptional()
  @IsBoolean()
  unionGoods?: boolean;

  @JSONSchema({ description: 'Goods in transit: the member state in which they were found', example: 'RU' })
  @IsOptional()
  @IsIn(MEMBER_STATES)
  foundIn?: MemberState;

  @JSONSchema({ description: 'Vehicles of a customs escort, whose charge is split over them', example: 3 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  escortedVehicles?: number;

  @JSONSchema({ description: 'A preliminary decision is asked for', example: false })
  @IsOptional()
  @IsBoolean()
  preliminaryDecision?: boolean;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TemporaryImportDto)
  temporaryImport?: TemporaryImportDto;

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
