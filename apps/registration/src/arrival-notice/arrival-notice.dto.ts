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
import type {
  ArrivalNotice,
  NoticeDocument,
  NoticeGoods,
  NoticeParty,
  NoticeSubmitter,
  NotifiedSeal,
  RestrictionMeasure,
  TransportMode,
} from './arrival-notice.js';
import { AirFlightDto, OnBoardDto, RailCarriageDto, WaterVoyageDto } from './carriage.dto.js';
import {
  DATE,
  DECIMAL,
  ListedCount,
  ListedForm,
  ListedPart,
  ListedParts,
  ListedText,
  ListedTexts,
  ListedYesOrNo,
} from './listed-field.dto.js';
import { PRIORITY_GOODS, type PriorityGoods } from './priority-goods.js';

const DECLARATION_NUMBER = /^\d{5}\/\d{6}\/\d{7}$/;
const COMMERCIAL_DOCUMENTS = ['HELD', 'HELD_WITHOUT_NAMES', 'NONE_HELD'] as const;
const RESTRICTION_MEASURES = [
  'NON_TARIFF',
  'VETERINARY',
  'PLANT_QUARANTINE',
  'SANITARY',
  'RADIATION',
  'EXPORT_CONTROL',
  'OTHER',
] as const;

export class PartyDto implements NoticeParty {
  @ListedText(300)
  name?: string;

  @ListedText(500)
  address?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  country?: string;

  @ListedForm(/^\d{12}$/)
  identificationNumber?: string;
}

class SubmitterDto implements NoticeSubmitter {
  @IsIn(['CARRIER', 'REPRESENTATIVE', 'OTHER'])
  role: 'CARRIER' | 'REPRESENTATIVE' | 'OTHER';

  /** The carrier's instruction or contract, when the submitter is not the carrier. */
  @ListedText(200)
  instruction?: string;

  /** BIN or IIN of the submitter, when it is not the carrier. */
  @ListedForm(/^\d{12}$/)
  identificationNumber?: string;
}

class NotifiedSealDto implements NotifiedSeal {
  @IsString()
  @Length(1, 50)
  number: string;

  @IsIn(['FOREIGN_CUSTOMS', 'SHIPPER', 'CARRIER'])
  appliedBy: 'FOREIGN_CUSTOMS' | 'SHIPPER' | 'CARRIER';
}

class NoticeDocumentDto implements NoticeDocument {
  @IsString()
  @Length(1, 60)
  kind: string;

  @IsString()
  @Length(1, 100)
  number: string;

  @ListedForm(DATE)
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

  @ListedForm(/^\d{1,10}$/)
  commodityCode?: string;

  @ListedText(500)
  name?: string;

  @ListedCount(1_000_000)
  packageCount?: number;

  @ListedText(3)
  packageKind?: string;

  @ListedText(300)
  packageMarks?: string;

  @ListedForm(DECIMAL)
  grossWeightKg?: string;

  @ListedForm(DECIMAL)
  volumeM3?: string;

  @ListedText(1000)
  description?: string;

  @ListedYesOrNo()
  containerised?: boolean;

  @ListedTexts(999)
  containerNumbers?: string[];
}

export class ArrivalNoticeDto implements ArrivalNotice {
  @IsIn(['ROAD', 'WATER', 'AIR', 'RAIL', 'PIPELINE', 'POWER_LINE'])
  mode: TransportMode;

  /** PAPER: an officer enters what was handed in. */
  @IsIn(['ELECTRONIC', 'PAPER'])
  channel: 'ELECTRONIC' | 'PAPER' = 'ELECTRONIC';

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

  @ListedText(100)
  vehicleRegistration?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  originCountry?: string;

  @IsOptional()
  @IsISO31661Alpha2()
  destinationCountry?: string;

  @IsOptional()
  @IsIn(COMMERCIAL_DOCUMENTS)
  commercialDocuments?: (typeof COMMERCIAL_DOCUMENTS)[number];

  @ListedText(300)
  seller?: string;

  @ListedText(300)
  recipientPerCommercialDocuments?: string;

  @IsBoolean()
  mailCarried: boolean = false;

  @IsBoolean()
  oversized: boolean = false;

  @ListedYesOrNo()
  prohibitedOrRestricted?: boolean;

  /** Which bans and restrictions; NON_TARIFF alone needs no proof with the notice. */
  @IsOptional()
  @IsArray()
  @IsIn(RESTRICTION_MEASURES, { each: true })
  restrictionMeasures?: RestrictionMeasure[];

  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  restrictionProofs: string[] = [];

  @ListedText(200)
  waybillPlace?: string;

  @ListedForm(DATE)
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

  /** Seals that the goods came with (art. 198.3). */
  @ListedParts(() => NotifiedSealDto, 100)
  seals?: NotifiedSealDto[];

  @IsOptional()
  @IsIn(PRIORITY_GOODS)
  priorityCode?: PriorityGoods;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Matches(DECLARATION_NUMBER, { each: true })
  preliminaryDeclarations?: string[];

  /** Water and air: the vessel or aircraft crosses the territory, without a stop or with a forced one. */
  @IsOptional()
  @IsIn(['WITHOUT_STOP', 'FORCED_STOP'])
  passage?: 'WITHOUT_STOP' | 'FORCED_STOP';

  @ListedPart(() => RailCarriageDto)
  train?: RailCarriageDto;

  @ListedPart(() => WaterVoyageDto)
  voyage?: WaterVoyageDto;

  @ListedPart(() => AirFlightDto)
  flight?: AirFlightDto;

  @ListedPart(() => OnBoardDto)
  onBoard?: OnBoardDto;
}
