/** Storage documents as they come over HTTP. What the law lists may be missing here: that is for the law to refuse. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
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
import type { StorageDocument, StorageDocumentSet, StorageGoods, StorageParty } from './storage-documents.js';

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

class StoragePartyDto implements StorageParty {
  @IsString()
  @Length(1, 300)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string;
}

class StorageGoodsDto implements StorageGoods {
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @IsString()
  @MaxLength(500)
  name: string = '';

  @IsInt()
  @Min(0)
  @Max(10_000_000)
  packageCount: number = 0;

  @IsOptional()
  @Matches(DECIMAL)
  grossWeightKg?: string;

  @IsOptional()
  @Matches(DECIMAL)
  volumeM3?: string;

  @IsOptional()
  @Matches(DECIMAL)
  units?: string;

  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[A-Z_]{1,40}$/, { each: true })
  specialConditions: string[] = [];
}

class StorageDocumentDto implements StorageDocument {
  @IsIn(['TRANSPORT', 'COMMERCIAL', 'CUSTOMS'])
  kind: 'TRANSPORT' | 'COMMERCIAL' | 'CUSTOMS';

  @IsString()
  @Length(1, 100)
  number: string;

  @IsOptional()
  @Matches(DATE)
  date?: string;

  @IsArray()
  @ArrayMaxSize(999)
  @ValidateNested({ each: true })
  @Type(() => StorageGoodsDto)
  goods: StorageGoodsDto[] = [];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => StoragePartyDto)
  consignor?: StoragePartyDto;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => StoragePartyDto)
  consignee?: StoragePartyDto;

  @IsOptional()
  @IsISO31661Alpha2()
  countryOfDeparture?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  countryOfDestination?: string;
}

class StorageSubmitterDto {
  @IsIn(['CARRIER', 'PERSON_WITH_AUTHORITY', 'REPRESENTATIVE'])
  role: 'CARRIER' | 'PERSON_WITH_AUTHORITY' | 'REPRESENTATIVE';

  /** Contract or power of attorney that gives authority. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  authority?: string;
}

export class StorageDocumentSetDto implements StorageDocumentSet {
  @IsString()
  @Length(1, 60)
  arrivalNoticeNumber: string;

  /** Registration number of the warehouse. */
  @IsString()
  @Length(1, 60)
  placeNumber: string;

  @IsObject()
  @ValidateNested()
  @Type(() => StorageSubmitterDto)
  submitter: StorageSubmitterDto;

  @IsIn(['FOREIGN', 'UNION'])
  goodsStatus: 'FOREIGN' | 'UNION' = 'FOREIGN';

  @IsIn(['VEHICLE', 'PIPELINE', 'POWER_LINE'])
  movement: 'VEHICLE' | 'PIPELINE' | 'POWER_LINE' = 'VEHICLE';

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StorageDocumentDto)
  documents: StorageDocumentDto[] = [];
}
