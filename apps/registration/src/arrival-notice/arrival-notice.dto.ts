/** The arrival notice as it comes over HTTP. What the law lists may be missing here: that is for the law to refuse. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
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
import type { ArrivalNotice, NoticeDocument, NoticeGoods, NoticeParty, TransportMode } from './arrival-notice.js';

const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

export class PartyDto implements NoticeParty {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  country?: string;

  @IsOptional()
  @Matches(/^\d{12}$/)
  identificationNumber?: string;
}

class SubmitterDto {
  @IsIn(['CARRIER', 'REPRESENTATIVE', 'OTHER'])
  role: 'CARRIER' | 'REPRESENTATIVE' | 'OTHER';

  /** The carrier's instruction or contract, when the submitter is not the carrier. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  instruction?: string;
}

class NoticeDocumentDto implements NoticeDocument {
  @IsString()
  @Length(1, 60)
  kind: string;

  @IsString()
  @Length(1, 100)
  number: string;

  @IsOptional()
  @Matches(DATE)
  date?: string;

  @Matches(/^[a-z]{2}$/)
  language: string;

  @IsBoolean()
  translated: boolean = false;
}

class NoticeGoodsDto implements NoticeGoods {
  @IsInt()
  @Min(1)
  @Max(999)
  line: number;

  @IsOptional()
  @Matches(/^\d{1,10}$/)
  commodityCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  name?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  packageCount?: number;

  @IsOptional()
  @IsString()
  @MaxLength(3)
  packageKind?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  packageMarks?: string;

  @IsOptional()
  @Matches(DECIMAL)
  grossWeightKg?: string;

  @IsOptional()
  @Matches(DECIMAL)
  volumeM3?: string;
}

export class ArrivalNoticeDto implements ArrivalNotice {
  @IsIn(['ROAD', 'WATER', 'AIR', 'RAIL', 'PIPELINE', 'POWER_LINE'])
  mode: TransportMode;

  /** Customs body at the place of arrival, five digits. */
  @Matches(/^\d{5}$/)
  customsBody: string;

  @IsObject()
  @ValidateNested()
  @Type(() => SubmitterDto)
  submitter: SubmitterDto;

  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  carrier: PartyDto;

  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  consignor: PartyDto;

  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  consignee: PartyDto;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  vehicleRegistration?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  originCountry?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  destinationCountry?: string;

  @IsOptional()
  @IsIn(['HELD', 'NONE_HELD'])
  commercialDocuments?: 'HELD' | 'NONE_HELD';

  @IsOptional()
  @IsString()
  @MaxLength(300)
  seller?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  recipientPerCommercialDocuments?: string;

  @IsBoolean()
  mailCarried: boolean = false;

  @IsBoolean()
  oversized: boolean = false;

  @IsOptional()
  @IsBoolean()
  prohibitedOrRestricted?: boolean;

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  restrictionProofs: string[] = [];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  waybillPlace?: string;

  @IsOptional()
  @Matches(DATE)
  waybillDate?: string;

  /** When the border was crossed; absent when unknown. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  crossedAt?: Date;

  /** When the goods reached the place; absent while they are under way. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  deliveredAt?: Date;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => NoticeDocumentDto)
  documents: NoticeDocumentDto[] = [];

  @IsArray()
  @ArrayMaxSize(999)
  @ValidateNested({ each: true })
  @Type(() => NoticeGoodsDto)
  goods: NoticeGoodsDto[] = [];
}
