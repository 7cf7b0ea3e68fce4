/** What payers and officers say of certificates and reconciliation acts over HTTP. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '@shekara/service-kit';
import { JSONSchema } from 'class-validator-jsonschema';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';
import { CERTIFICATE_PURPOSES, type CertificatePurpose } from './certificate.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SIGNED_TENGE = /^-?\d{1,15}(\.\d{1,2})?$/;
const CAPACITIES = ['HEAD', 'ACTING_HEAD', 'OTHER'] as const;

class Applicant {
  @JSONSchema({ description: 'BIN or IIN of the payer', example: '980540000397' })
  @Matches(/^\d{12}$/)
  payer: string;

  @JSONSchema({ example: 'Stanok TOO' })
  @IsString()
  @Length(1, 300)
  payerName: string;

  @JSONSchema({ description: 'The customs body that issues the paper', example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;
}

export class CertificateApplicationDto extends Applicant {
  @JSONSchema({
    description:
      'Closing, liquidation and reorganization get a certificate of no debt; OTHER one of its state',
    example: 'LIQUIDATION',
  })
  @IsIn(Object.keys(CERTIFICATE_PURPOSES))
  purpose: CertificatePurpose;

  @JSONSchema({ description: 'Number of an issued reconciliation act', example: '55302/100326/R000001' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  reconciliationAct?: string;
}

export class CertificateIssueDto {
  @JSONSchema({
    description: 'Number of the reconciliation act, where the application named none',
    example: '55302/100326/R000001',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  reconciliationAct?: string;

  @JSONSchema({ description: 'Who signed it', example: 'HEAD' })
  @IsIn(CAPACITIES)
  capacity: (typeof CAPACITIES)[number];

  @JSONSchema({ description: 'Reference of the signature', example: 'A. Omarov' })
  @IsString()
  @MaxLength(200)
  signature: string;

  @JSONSchema({ description: 'The seal of the customs body is on it', example: true })
  @IsBoolean()
  seal: boolean;
}

class FigureDto {
  @JSONSchema({ example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ example: 'IMPORT_VAT' })
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ description: 'Tenge; positive: you owe, negative: you overpaid', example: '-1500.00' })
  @Matches(SIGNED_TENGE)
  balance: string;
}

export class ReconciliationRequestDto extends Applicant {
  @JSONSchema({ description: 'What your own books say, by customs body and kind' })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => FigureDto)
  figures: FigureDto[] = [];
}

class ObjectionDto {
  @JSONSchema({ example: '55302' })
  @Matches(/^\d{5}$/)
  customsBody: string;

  @JSONSchema({ example: 'IMPORT_VAT' })
  @IsIn(PAYMENT_KINDS)
  kind: PaymentKind;

  @JSONSchema({ example: 'The payment of 2 March is not entered.' })
  @IsString()
  @MaxLength(1000)
  text: string;
}

export class ReconciliationSignatureDto {
  @JSONSchema({ description: 'Reference of the signature', example: 'A. Omarov' })
  @IsString()
  @MaxLength(200)
  signature: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ObjectionDto)
  objections: ObjectionDto[] = [];
}

export class ReconciliationIssueDto {
  @JSONSchema({ description: 'Reference of the signature of the customs body', example: 'B. Akhmetov' })
  @IsString()
  @MaxLength(200)
  signature: string;
}

export class PapersQuery extends PageQuery {
  @IsOptional()
  @Matches(/^\d{12}$/)
  payer?: string;
}

export class ArrearsQuery {
  @JSONSchema({ description: 'The day asked about; today when absent', example: '2026-03-10' })
  @IsOptional()
  @Matches(DATE)
  on?: string;

  @JSONSchema({ description: 'Whose article the answer names', example: 'CODE_2017' })
  @IsIn(['CODE_2010', 'CODE_2017'])
  regime: 'CODE_2010' | 'CODE_2017' = 'CODE_2017';
}
