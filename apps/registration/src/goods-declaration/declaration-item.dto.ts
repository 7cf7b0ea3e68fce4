/** One goods item and the documents of a declaration as they come over HTTP (boxes 31 to 47; box 44). */
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsNumber, IsObject, ValidateNested } from 'class-validator';
import type {
  DocumentReference,
  ItemDraft,
  Packages,
  PaymentKind,
  PaymentLine,
  Preference,
} from './declaration-draft.js';
import { Code, Codes, Count, Flag, IsText, ListOf, OneOf, Optional, Text } from './declaration-fields.dto.js';

const PAYMENT_KINDS: readonly PaymentKind[] = [
  'DECLARATION_FEE',
  'IMPORT_DUTY',
  'EXPORT_DUTY',
  'VAT',
  'EXCISE',
  'SPECIAL',
  'ANTI_DUMPING',
  'COUNTERVAILING',
];

export class PackagesDto implements Packages {
  @Count()
  count?: number;

  @Code()
  kind?: string;

  @Text(200)
  marks?: string;
}

export class PreferenceDto implements Preference {
  @Code()
  fee?: string;

  @Code()
  duty?: string;

  @Code()
  excise?: string;

  @Code()
  vat?: string;
}

export class PaymentLineDto implements PaymentLine {
  @OneOf(PAYMENT_KINDS)
  kind: PaymentKind;

  /** KZT. */
  @IsText(20)
  amount: string;
}

export class ItemDto implements ItemDraft {
  @Count()
  itemNumber?: number;

  @Text(1000)
  description?: string;

  @Text(200)
  manufacturer?: string;

  @Text(200)
  trademark?: string;

  @Text(100)
  model?: string;

  @Text(100)
  article?: string;

  @Optional()
  @ListOf(50)
  @ValidateNested({ each: true })
  @Type(() => PackagesDto)
  packages?: PackagesDto[];

  @Codes(100)
  containerNumbers?: string[];

  @Code()
  commodityCode?: string;

  @Flag()
  restrictionMark?: boolean;

  @Flag()
  intellectualPropertyMark?: boolean;

  @Code()
  originCountry?: string;

  @Code()
  grossKg?: string;

  @Code()
  netKg?: string;

  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => PreferenceDto)
  preference?: PreferenceDto;

  @Code()
  procedure?: string;

  @Code()
  previousDocument?: string;

  @Code()
  supplementaryQuantity?: string;

  @Code()
  supplementaryUnit?: string;

  @Code()
  itemPrice?: string;

  @Count()
  valuationMethod?: number;

  @Code()
  customsValue?: string;

  @Code()
  statisticalValue?: string;

  @Text(200)
  conditionsProof?: string;

  @Optional()
  @ListOf(20)
  @ValidateNested({ each: true })
  @Type(() => PaymentLineDto)
  payments?: PaymentLineDto[];
}

export class DocumentReferenceDto implements DocumentReference {
  @Code()
  kind?: string;

  @Text(100)
  number?: string;

  @Code()
  date?: string;

  @Text(200)
  issuer?: string;

  @OneOf(['ORIGINAL', 'COPY', 'ELECTRONIC', 'REFERENCE'])
  form?: 'ORIGINAL' | 'COPY' | 'ELECTRONIC' | 'REFERENCE';

  @Code()
  language?: string;

  @OneOf(['PRESENT', 'BEFORE_RELEASE', 'AFTER_RELEASE'])
  availability?: 'PRESENT' | 'BEFORE_RELEASE' | 'AFTER_RELEASE';

  @Code()
  dueDate?: string;

  @Code()
  earlierDeclarationNumber?: string;

  @Optional()
  @IsArray()
  @ArrayMaxSize(999)
  @IsNumber({}, { each: true })
  itemNumbers?: number[];
}
