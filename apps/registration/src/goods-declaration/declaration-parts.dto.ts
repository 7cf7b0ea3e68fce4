/** The parts of a declaration's header as they come over HTTP: parties, transport, documents, signature. */
import { ArrayMaxSize, IsArray, IsIn, IsNumber } from 'class-validator';
import { DECLARANT_CAPACITIES, type DeclarantCapacity } from './code-lists.js';
import {
  type Declarant,
  type DocumentReference,
  type Party,
  PAYMENT_KINDS,
  type PaymentKind,
  type PaymentLine,
  type RepresentativeOnDeclaration,
} from './declaration-draft.js';
import { Code, Count, Flag, IsText, OneOf, Optional, Text } from './declaration-fields.dto.js';

export class PartyDto implements Party {
  @Text(300)
  name?: string;

  @Text(500)
  address?: string;

  @Code()
  country?: string;

  @Code()
  identification?: string;
}

export class DeclarantDto extends PartyDto implements Declarant {
  @OneOf(DECLARANT_CAPACITIES)
  capacity?: DeclarantCapacity;

  @Flag()
  forOwnUse?: boolean;
}

export class RepresentativeDto extends PartyDto implements RepresentativeOnDeclaration {
  @Code()
  registerNumber?: string;

  @Text(100)
  contractNumber?: string;

  @Code()
  contractDate?: string;
}

export class TransportDto {
  @Count()
  count?: number;

  @Text(100)
  number?: string;

  @Code()
  nationality?: string;
}

export class DeliveryTermsDto {
  @Code()
  code?: string;

  @Text(200)
  place?: string;
}

export class GoodsLocationDto {
  @Code()
  type?: string;

  @Text(300)
  address?: string;

  @Code()
  warehouseRegisterNumber?: string;

  @Text(100)
  vehicleNumber?: string;
}

export class FilledByDto {
  @Text(200)
  name?: string;

  @Text(200)
  position?: string;

  @Code()
  phone?: string;

  @Code()
  certificateNumber?: string;
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

export class PaymentLineDto implements PaymentLine {
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  /** KZT. */
  @IsText(40)
  amount: string;
}

/** The electronic signature over the declaration (R-DEC-087). */
export class SignatureDto {
  @Text(60)
  algorithm?: string;

  /** Base64. */
  @Text(20_000)
  value?: string;
}
