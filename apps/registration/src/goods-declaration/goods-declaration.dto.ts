/** The goods declaration as it comes over HTTP. What the law demands may be missing here: that is for the law to refuse. */
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import {
  DECLARANT_CAPACITIES,
  DECLARATION_FEATURES,
  DECLARATION_FORMS,
  type DeclarantCapacity,
  type DeclarationFeature,
  type DeclarationForm,
} from './code-lists.js';
import type { DeclarationDraft, Declarant, Party, RepresentativeOnDeclaration } from './declaration-draft.js';
import { Code, Count, Flag, ListOf, OneOf, Optional, Text } from './declaration-fields.dto.js';
import { DocumentReferenceDto, ItemDto, PaymentLineDto } from './declaration-item.dto.js';
import { DECLARATION_STATES, type DeclarationState } from './goods-declaration.js';

/** Above the 999 items of the law, so that the law's own refusal is heard; below what harms the service. */
const MOST_ITEMS_READ = 2_000;

class PartyDto implements Party {
  @Text(300)
  name?: string;

  @Text(500)
  address?: string;

  @Code()
  country?: string;

  @Code()
  identification?: string;
}

class DeclarantDto extends PartyDto implements Declarant {
  @OneOf(DECLARANT_CAPACITIES)
  capacity?: DeclarantCapacity;

  @Flag()
  forOwnUse?: boolean;
}

class RepresentativeDto extends PartyDto implements RepresentativeOnDeclaration {
  @Code()
  registerNumber?: string;

  @Text(100)
  contractNumber?: string;

  @Code()
  contractDate?: string;
}

class TransportDto {
  @Count()
  count?: number;

  @Text(100)
  number?: string;

  @Code()
  nationality?: string;
}

class DeliveryTermsDto {
  @Code()
  code?: string;

  @Text(200)
  place?: string;
}

class GoodsLocationDto {
  @Code()
  type?: string;

  @Text(300)
  address?: string;

  @Code()
  warehouseRegisterNumber?: string;

  @Text(100)
  vehicleNumber?: string;
}

class FilledByDto {
  @Text(200)
  name?: string;

  @Text(200)
  position?: string;

  @Code()
  phone?: string;

  @Code()
  certificateNumber?: string;
}

/** The electronic signature over the declaration (R-DEC-087). */
class SignatureDto {
  @Text(60)
  algorithm?: string;

  /** Base64. */
  @Text(20_000)
  value?: string;
}

export class GoodsDeclarationDto implements Omit<DeclarationDraft, 'declarationId'> {
  @IsIn(DECLARATION_FORMS)
  form: DeclarationForm;

  @IsIn(DECLARATION_FEATURES)
  feature: DeclarationFeature;

  @IsIn(['IS_ELECTRONIC', 'EGOV_PORTAL'])
  filingChannel: 'IS_ELECTRONIC' | 'EGOV_PORTAL';

  /** The accepted notice under which the goods were presented. */
  @Code()
  arrivalNoticeNumber?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;

  @Optional()
  @IsUUID()
  resubmissionOf?: string;

  @OneOf(['IM', 'EX'])
  direction?: 'IM' | 'EX';

  @Code()
  procedureCode?: string;

  @Code()
  officeCode?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  sender?: PartyDto;

  @Count()
  itemsTotal?: number;

  @Count()
  packagesTotal?: number;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  consignee?: PartyDto;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PartyDto)
  financialParty?: PartyDto;

  @Code()
  tradingCountry?: string;

  @Code()
  totalCustomsValue?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => DeclarantDto)
  declarant?: DeclarantDto;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => RepresentativeDto)
  representative?: RepresentativeDto;

  @Code()
  dispatchCountry?: string;

  @Code()
  originCountryOverall?: string;

  @Code()
  destinationCountry?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => TransportDto)
  transportArrival?: TransportDto;

  @Flag()
  containerFlag?: boolean;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => DeliveryTermsDto)
  deliveryTerms?: DeliveryTermsDto;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => TransportDto)
  transportBorder?: TransportDto;

  @Code()
  invoiceCurrency?: string;

  @Code()
  invoiceTotal?: string;

  @Flag()
  deliveryCostsShownApart?: boolean;

  @Code()
  exchangeRate?: string;

  @Code()
  rateDate?: string;

  @Code()
  dealNature?: string;

  @Code()
  modeBorder?: string;

  @Code()
  modeInland?: string;

  @Code()
  entryExitOffice?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => GoodsLocationDto)
  goodsLocation?: GoodsLocationDto;

  @Code()
  warehouse?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => FilledByDto)
  filledBy?: FilledByDto;

  @Text(200)
  place?: string;

  @Code()
  date?: string;

  @Optional()
  @ListOf(500)
  @ValidateNested({ each: true })
  @Type(() => DocumentReferenceDto)
  documents?: DocumentReferenceDto[];

  @Optional()
  @ListOf(20)
  @ValidateNested({ each: true })
  @Type(() => PaymentLineDto)
  paymentTotals?: PaymentLineDto[];

  @ListOf(MOST_ITEMS_READ)
  @ValidateNested({ each: true })
  @Type(() => ItemDto)
  items: ItemDto[];
}

/** A page of declarations: `GET /v1/goods-declarations?status=&after=&limit=`. */
export class DeclarationListingDto {
  @IsOptional()
  @IsIn(DECLARATION_STATES)
  status?: DeclarationState;

  /** `declarationId` of the last one seen. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}
