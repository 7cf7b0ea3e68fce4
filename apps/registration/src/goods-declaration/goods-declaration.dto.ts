/** The goods declaration as it comes over HTTP. What the law demands may be missing here: that is for the law to refuse. */
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import {
  DECLARATION_FEATURES,
  DECLARATION_FORMS,
  type DeclarationFeature,
  type DeclarationForm,
} from './code-lists.js';
import type { DeclarationDraft } from './declaration-draft.js';
import { Code, Count, Flag, ListOf, OneOf, Optional, Text } from './declaration-fields.dto.js';
import {
  DeclarantDto,
  DeliveryTermsDto,
  DocumentReferenceDto,
  FilledByDto,
  GoodsLocationDto,
  PartyDto,
  PaymentLineDto,
  RepresentativeDto,
  SignatureDto,
  TransportDto,
} from './declaration-parts.dto.js';
import { DECLARATION_STATES, type DeclarationState } from './goods-declaration.js';

/** Everything but the items, which `item-shape.ts` describes. */
export class GoodsDeclarationDto implements Omit<DeclarationDraft, 'declarationId' | 'items'> {
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
}

/** A page of declarations: `GET /v1/goods-declarations?status=&after=&limit=`. */
export class DeclarationListingDto extends PageQuery {
  @IsOptional()
  @IsIn(DECLARATION_STATES)
  status?: DeclarationState;
}
